// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/verification/emoji.h"

#include <array>

namespace client::crypto {

namespace {

struct Row {
    const char* symbol;
    const char* english;
    const char* french;
};

constexpr std::array<Row, 64> table{{
    {"🐶", "Dog", "Chien"},
    {"🐱", "Cat", "Chat"},
    {"🦁", "Lion", "Lion"},
    {"🐎", "Horse", "Cheval"},
    {"🦄", "Unicorn", "Licorne"},
    {"🐷", "Pig", "Cochon"},
    {"🐘", "Elephant", "Éléphant"},
    {"🐰", "Rabbit", "Lapin"},
    {"🐼", "Panda", "Panda"},
    {"🐓", "Rooster", "Coq"},
    {"🐧", "Penguin", "Manchot"},
    {"🐢", "Turtle", "Tortue"},
    {"🐟", "Fish", "Poisson"},
    {"🐙", "Octopus", "Poulpe"},
    {"🦋", "Butterfly", "Papillon"},
    {"🌷", "Flower", "Fleur"},
    {"🌳", "Tree", "Arbre"},
    {"🌵", "Cactus", "Cactus"},
    {"🍄", "Mushroom", "Champignon"},
    {"🌏", "Globe", "Globe"},
    {"🌙", "Moon", "Lune"},
    {"☁️", "Cloud", "Nuage"},
    {"🔥", "Fire", "Feu"},
    {"🍌", "Banana", "Banane"},
    {"🍎", "Apple", "Pomme"},
    {"🍓", "Strawberry", "Fraise"},
    {"🌽", "Corn", "Maïs"},
    {"🍕", "Pizza", "Pizza"},
    {"🎂", "Cake", "Gâteau"},
    {"❤️", "Heart", "Cœur"},
    {"😀", "Smiley", "Sourire"},
    {"🤖", "Robot", "Robot"},
    {"🎩", "Hat", "Chapeau"},
    {"👓", "Glasses", "Lunettes"},
    {"🔧", "Spanner", "Clé à molette"},
    {"🎅", "Santa", "Père Noël"},
    {"👍", "Thumbs Up", "Pouce en l’air"},
    {"☂️", "Umbrella", "Parapluie"},
    {"⌛", "Hourglass", "Sablier"},
    {"⏰", "Clock", "Réveil"},
    {"🎁", "Gift", "Cadeau"},
    {"💡", "Light Bulb", "Ampoule"},
    {"📕", "Book", "Livre"},
    {"✏️", "Pencil", "Crayon"},
    {"📎", "Paperclip", "Trombone"},
    {"✂️", "Scissors", "Ciseaux"},
    {"🔒", "Lock", "Cadenas"},
    {"🔑", "Key", "Clé"},
    {"🔨", "Hammer", "Marteau"},
    {"☎️", "Telephone", "Téléphone"},
    {"🏁", "Flag", "Drapeau"},
    {"🚂", "Train", "Train"},
    {"🚲", "Bicycle", "Vélo"},
    {"✈️", "Aeroplane", "Avion"},
    {"🚀", "Rocket", "Fusée"},
    {"🏆", "Trophy", "Trophée"},
    {"⚽", "Ball", "Ballon"},
    {"🎸", "Guitar", "Guitare"},
    {"🎺", "Trumpet", "Trompette"},
    {"🔔", "Bell", "Cloche"},
    {"⚓", "Anchor", "Ancre"},
    {"🎧", "Headphones", "Casque audio"},
    {"📁", "Folder", "Dossier"},
    {"📌", "Pin", "Punaise"},
}};

} // namespace

SasEmoji sasEmojiAt(int number)
{
    if (number < 0 || number >= int(table.size())) {
        return {};
    }
    const Row& row = table[size_t(number)];
    return {QString::fromUtf8(row.symbol), QString::fromUtf8(row.english),
            QString::fromUtf8(row.french)};
}

} // namespace client::crypto
