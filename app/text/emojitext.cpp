// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sixty-four symbols of the comparison (specification, "SAS method: emoji") and their names.
#include "text/words.h"

#include <array>

namespace app {

namespace {

struct Symbol {
    const char* symbol;
    const char* name;
};

constexpr std::array<Symbol, 64> symbols{{
    {"🐶", QT_TRANSLATE_NOOP("app::Words", "Dog")},
    {"🐱", QT_TRANSLATE_NOOP("app::Words", "Cat")},
    {"🦁", QT_TRANSLATE_NOOP("app::Words", "Lion")},
    {"🐎", QT_TRANSLATE_NOOP("app::Words", "Horse")},
    {"🦄", QT_TRANSLATE_NOOP("app::Words", "Unicorn")},
    {"🐷", QT_TRANSLATE_NOOP("app::Words", "Pig")},
    {"🐘", QT_TRANSLATE_NOOP("app::Words", "Elephant")},
    {"🐰", QT_TRANSLATE_NOOP("app::Words", "Rabbit")},
    {"🐼", QT_TRANSLATE_NOOP("app::Words", "Panda")},
    {"🐓", QT_TRANSLATE_NOOP("app::Words", "Rooster")},
    {"🐧", QT_TRANSLATE_NOOP("app::Words", "Penguin")},
    {"🐢", QT_TRANSLATE_NOOP("app::Words", "Turtle")},
    {"🐟", QT_TRANSLATE_NOOP("app::Words", "Fish")},
    {"🐙", QT_TRANSLATE_NOOP("app::Words", "Octopus")},
    {"🦋", QT_TRANSLATE_NOOP("app::Words", "Butterfly")},
    {"🌷", QT_TRANSLATE_NOOP("app::Words", "Flower")},
    {"🌳", QT_TRANSLATE_NOOP("app::Words", "Tree")},
    {"🌵", QT_TRANSLATE_NOOP("app::Words", "Cactus")},
    {"🍄", QT_TRANSLATE_NOOP("app::Words", "Mushroom")},
    {"🌏", QT_TRANSLATE_NOOP("app::Words", "Globe")},
    {"🌙", QT_TRANSLATE_NOOP("app::Words", "Moon")},
    {"☁️", QT_TRANSLATE_NOOP("app::Words", "Cloud")},
    {"🔥", QT_TRANSLATE_NOOP("app::Words", "Fire")},
    {"🍌", QT_TRANSLATE_NOOP("app::Words", "Banana")},
    {"🍎", QT_TRANSLATE_NOOP("app::Words", "Apple")},
    {"🍓", QT_TRANSLATE_NOOP("app::Words", "Strawberry")},
    {"🌽", QT_TRANSLATE_NOOP("app::Words", "Corn")},
    {"🍕", QT_TRANSLATE_NOOP("app::Words", "Pizza")},
    {"🎂", QT_TRANSLATE_NOOP("app::Words", "Cake")},
    {"❤️", QT_TRANSLATE_NOOP("app::Words", "Heart")},
    {"😀", QT_TRANSLATE_NOOP("app::Words", "Smiley")},
    {"🤖", QT_TRANSLATE_NOOP("app::Words", "Robot")},
    {"🎩", QT_TRANSLATE_NOOP("app::Words", "Hat")},
    {"👓", QT_TRANSLATE_NOOP("app::Words", "Glasses")},
    {"🔧", QT_TRANSLATE_NOOP("app::Words", "Spanner")},
    {"🎅", QT_TRANSLATE_NOOP("app::Words", "Santa")},
    {"👍", QT_TRANSLATE_NOOP("app::Words", "Thumbs Up")},
    {"☂️", QT_TRANSLATE_NOOP("app::Words", "Umbrella")},
    {"⌛", QT_TRANSLATE_NOOP("app::Words", "Hourglass")},
    {"⏰", QT_TRANSLATE_NOOP("app::Words", "Clock")},
    {"🎁", QT_TRANSLATE_NOOP("app::Words", "Gift")},
    {"💡", QT_TRANSLATE_NOOP("app::Words", "Light Bulb")},
    {"📕", QT_TRANSLATE_NOOP("app::Words", "Book")},
    {"✏️", QT_TRANSLATE_NOOP("app::Words", "Pencil")},
    {"📎", QT_TRANSLATE_NOOP("app::Words", "Paperclip")},
    {"✂️", QT_TRANSLATE_NOOP("app::Words", "Scissors")},
    {"🔒", QT_TRANSLATE_NOOP("app::Words", "Lock")},
    {"🔑", QT_TRANSLATE_NOOP("app::Words", "Key")},
    {"🔨", QT_TRANSLATE_NOOP("app::Words", "Hammer")},
    {"☎️", QT_TRANSLATE_NOOP("app::Words", "Telephone")},
    {"🏁", QT_TRANSLATE_NOOP("app::Words", "Flag")},
    {"🚂", QT_TRANSLATE_NOOP("app::Words", "Train")},
    {"🚲", QT_TRANSLATE_NOOP("app::Words", "Bicycle")},
    {"✈️", QT_TRANSLATE_NOOP("app::Words", "Aeroplane")},
    {"🚀", QT_TRANSLATE_NOOP("app::Words", "Rocket")},
    {"🏆", QT_TRANSLATE_NOOP("app::Words", "Trophy")},
    {"⚽", QT_TRANSLATE_NOOP("app::Words", "Ball")},
    {"🎸", QT_TRANSLATE_NOOP("app::Words", "Guitar")},
    {"🎺", QT_TRANSLATE_NOOP("app::Words", "Trumpet")},
    {"🔔", QT_TRANSLATE_NOOP("app::Words", "Bell")},
    {"⚓", QT_TRANSLATE_NOOP("app::Words", "Anchor")},
    {"🎧", QT_TRANSLATE_NOOP("app::Words", "Headphones")},
    {"📁", QT_TRANSLATE_NOOP("app::Words", "Folder")},
    {"📌", QT_TRANSLATE_NOOP("app::Words", "Pin")},
}};

} // namespace

QString Words::emojiSymbol(int number) const
{
    return number >= 0 && number < int(symbols.size())
               ? QString::fromUtf8(symbols[size_t(number)].symbol)
               : QString();
}

QString Words::emojiName(int number) const
{
    return number >= 0 && number < int(symbols.size()) ? tr(symbols[size_t(number)].name)
                                                       : QString();
}

} // namespace app
