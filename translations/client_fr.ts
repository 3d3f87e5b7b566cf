<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>AccountButton</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>Couleurs du bureau</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>AppDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>Attached files</source>
        <translation>Fichiers joints</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Messages between public servants, encrypted from end to end.</source>
        <translation>Les messages des agents publics, chiffrés de bout en bout.</translation>
    </message>
    <message>
        <source>Free and independent software</source>
        <translation>Logiciel libre et indépendant</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>Message deleted</source>
        <translation>Message supprimé</translation>
    </message>
</context>
<context>
    <name>CaptionLine</name>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message numerus="yes">
        <source>Read by %n person(s)</source>
        <translation>
            <numerusform>Lu par %n personne</numerusform>
            <numerusform>Lu par %n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Attach a file</source>
        <translation>Joindre un fichier</translation>
    </message>
    <message>
        <source>Ctrl+U</source>
        <translation>Ctrl+U</translation>
    </message>
    <message>
        <source>Encrypted message…</source>
        <translation>Message chiffré…</translation>
    </message>
    <message>
        <source>Message, not encrypted…</source>
        <translation>Message, non chiffré…</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>This room has been replaced by a new one.</source>
        <translation>Ce salon a été remplacé par un nouveau.</translation>
    </message>
    <message>
        <source>Open the new room</source>
        <translation>Ouvrir le nouveau salon</translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 écrit…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n personne écrit…</numerusform>
            <numerusform>%n personnes écrivent…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationsPage</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Choose a conversation.</source>
        <translation>Choisissez une conversation.</translation>
    </message>
    <message>
        <source>Ctrl+K finds one by its name.</source>
        <translation>Ctrl+K en trouve une par son nom.</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop the files here to attach them</source>
        <translation>Déposez les fichiers ici pour les joindre</translation>
    </message>
</context>
<context>
    <name>FailedLine</name>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>FaultPage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Sign in again?</source>
        <translation>Se reconnecter ?</translation>
    </message>
    <message>
        <source>The damaged file is kept aside. Encrypted messages that are only on this computer may stay locked.</source>
        <translation>Le fichier endommagé est mis de côté. Les messages chiffrés qui ne sont que sur cet ordinateur peuvent rester verrouillés.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Hide what is typed</source>
        <translation>Masquer la saisie</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Afficher la saisie</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Empty the filter</source>
        <translation>Vider le filtre</translation>
    </message>
</context>
<context>
    <name>IconButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name of a tool, then its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>InvitationPart</name>
    <message>
        <source>%1 invites you to “%2”.</source>
        <translation>%1 vous invite à rejoindre « %2 ».</translation>
    </message>
    <message>
        <source>You are invited to “%1”.</source>
        <translation>Vous êtes invité à rejoindre « %1 ».</translation>
    </message>
    <message>
        <source>Accept only if you know who invites you.</source>
        <translation>N’acceptez que si vous savez qui vous invite.</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>New messages</source>
        <translation>Nouveaux messages</translation>
    </message>
    <message>
        <source>This is the start of this conversation.</source>
        <translation>C’est le début de cette conversation.</translation>
    </message>
    <message>
        <source>This is the start of this room.</source>
        <translation>C’est le début de ce salon.</translation>
    </message>
    <message>
        <source>Messages are missing here. They are being fetched.</source>
        <translation>Il manque des messages ici. Ils sont en cours de récupération.</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Message supprimé</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Sign in to Tchap</source>
        <translation>Se connecter à Tchap</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>(%1) %2</source>
        <comment>unread, then the program&apos;s name</comment>
        <translation>(%1) %2</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>React…</source>
        <translation>Réagir…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>Afficher l’image</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>This kind of message cannot be shown.</source>
        <translation>Ce type de message ne peut pas être affiché.</translation>
    </message>
</context>
<context>
    <name>MessageTools</name>
    <message>
        <source>React</source>
        <translation>Réagir</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
</context>
<context>
    <name>ModeBar</name>
    <message>
        <source>Editing your message</source>
        <translation>Modification de votre message</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Réponse à %1</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Quitter sans enregistrer</translation>
    </message>
    <message>
        <source>Do not reply</source>
        <translation>Ne pas répondre</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
</context>
<context>
    <name>NewConversationDialog</name>
    <message>
        <source>New conversation</source>
        <translation>Nouvelle conversation</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation>Message direct</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Nouveau salon</translation>
    </message>
    <message>
        <source>Join a room</source>
        <translation>Rejoindre un salon</translation>
    </message>
    <message>
        <source>Person’s address</source>
        <translation>Adresse de la personne</translation>
    </message>
    <message>
        <source>Example: @camille:example.fr</source>
        <translation>Exemple : @camille:example.fr</translation>
    </message>
    <message>
        <source>Name of the room</source>
        <translation>Nom du salon</translation>
    </message>
    <message>
        <source>Topic (optional)</source>
        <translation>Sujet (facultatif)</translation>
    </message>
    <message>
        <source>People to invite (optional)</source>
        <translation>Personnes à inviter (facultatif)</translation>
    </message>
    <message>
        <source>Addresses separated by commas or spaces</source>
        <translation>Adresses séparées par des virgules ou des espaces</translation>
    </message>
    <message>
        <source>Public room: anyone may join, messages are not encrypted</source>
        <translation>Forum : tout le monde peut le rejoindre, les messages ne sont pas chiffrés</translation>
    </message>
    <message>
        <source>Address of the room</source>
        <translation>Adresse du salon</translation>
    </message>
    <message>
        <source>Example: #projet:example.fr</source>
        <translation>Exemple : #projet:example.fr</translation>
    </message>
</context>
<context>
    <name>NewestButton</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the newest message</source>
        <translation>Aller au message le plus récent</translation>
    </message>
</context>
<context>
    <name>OlderPart</name>
    <message>
        <source>Loading older messages…</source>
        <translation>Chargement des messages plus anciens…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Protect your messages</source>
        <translation>Protéger vos messages</translation>
    </message>
    <message>
        <source>Unlock your messages</source>
        <translation>Déverrouiller vos messages</translation>
    </message>
    <message>
        <source>This computer has no keyring. Choose a passphrase of at least 8 characters: it encrypts your messages here and is asked for at every start. It cannot be recovered.</source>
        <translation>Cet ordinateur n’a pas de trousseau de clés. Choisissez une phrase secrète d’au moins 8 caractères : elle chiffre vos messages ici et vous sera demandée à chaque démarrage. Elle ne peut pas être récupérée.</translation>
    </message>
    <message>
        <source>Your messages on this computer are encrypted. Type the passphrase that you chose.</source>
        <translation>Vos messages sur cet ordinateur sont chiffrés. Saisissez la phrase secrète que vous avez choisie.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La même phrase secrète, une seconde fois</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Les deux phrases secrètes sont différentes.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Show the picture %1</source>
        <translation>Afficher l’image %1</translation>
    </message>
    <message>
        <source>The picture could not be loaded</source>
        <translation>L’image n’a pas pu être chargée</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>The picture could not be loaded</source>
        <translation>L’image n’a pas pu être chargée</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Quote</name>
    <message>
        <source>In reply to %1: %2</source>
        <translation>En réponse à %1 : %2</translation>
    </message>
    <message>
        <source>Show the original message</source>
        <translation>Afficher le message d’origine</translation>
    </message>
</context>
<context>
    <name>ReactionPicker</name>
    <message>
        <source>Thumbs up</source>
        <translation>Pouce en l’air</translation>
    </message>
    <message>
        <source>Thumbs down</source>
        <translation>Pouce en bas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Merci</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>Sourire</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Fête</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Réactions</translation>
    </message>
    <message>
        <source>Applause</source>
        <translation>Applaudissements</translation>
    </message>
</context>
<context>
    <name>Reactions</name>
    <message numerus="yes">
        <source>%1, %n person(s)</source>
        <comment>a reaction, then how many</comment>
        <translation>
            <numerusform>%1, %n personne</numerusform>
            <numerusform>%1, %n personnes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomHeader</name>
    <message>
        <source>Direct message</source>
        <translation>Message direct</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Salon</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>non chiffré</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membre</numerusform>
            <numerusform>%n membres</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the conversations</source>
        <translation>Revenir aux conversations</translation>
    </message>
</context>
<context>
    <name>RoomList</name>
    <message>
        <source>Conversations</source>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>Loading your conversations…</source>
        <translation>Chargement de vos conversations…</translation>
    </message>
    <message>
        <source>No results for “%1”.</source>
        <translation>Aucun résultat pour « %1 ».</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>You have no conversations yet.</source>
        <translation>Vous n’avez pas encore de conversation.</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nouvelle conversation</translation>
    </message>
</context>
<context>
    <name>RoomListPane</name>
    <message>
        <source>New conversation</source>
        <translation>Nouvelle conversation</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Filter conversations</source>
        <translation>Filtrer les conversations</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>Quitter « %1 » ?</translation>
    </message>
    <message>
        <source>You will no longer receive its messages. To come back you may need an invitation.</source>
        <translation>Vous ne recevrez plus ses messages. Pour revenir, une invitation peut être nécessaire.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Sign out of this computer?</source>
        <translation>Se déconnecter de cet ordinateur ?</translation>
    </message>
    <message>
        <source>Your messages are erased from this computer. Encrypted messages whose keys are only here stay locked at your next sign-in.</source>
        <translation>Vos messages seront effacés de cet ordinateur. Les messages chiffrés dont les clés ne sont qu’ici resteront verrouillés à votre prochaine connexion.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>RoomMenu</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Accept the invitation</source>
        <translation>Accepter l’invitation</translation>
    </message>
    <message>
        <source>Decline the invitation</source>
        <translation>Refuser l’invitation</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>Quitter…</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>This link leads to a conversation that this program cannot open yet.</source>
        <translation>Ce lien mène à une conversation que ce logiciel ne sait pas encore ouvrir.</translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation>Aucun message pour l’instant.</translation>
    </message>
    <message>
        <source>Delete this message?</source>
        <translation>Supprimer ce message ?</translation>
    </message>
    <message>
        <source>It disappears for everybody in the conversation. This cannot be undone.</source>
        <translation>Il disparaîtra pour toutes les personnes de la conversation. Cette action est définitive.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Write an email?</source>
        <translation>Écrire un mail ?</translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation>Ouvrir %1 ?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
</context>
<context>
    <name>Uploads</name>
    <message>
        <source>Files being sent</source>
        <translation>Fichiers en cours d’envoi</translation>
    </message>
    <message>
        <source>%1, %2 % sent</source>
        <translation>%1, %2 % envoyés</translation>
    </message>
    <message>
        <source>Sending %1</source>
        <translation>Envoi de %1</translation>
    </message>
    <message>
        <source>Cancel sending %1</source>
        <translation>Annuler l’envoi de %1</translation>
    </message>
</context>
<context>
    <name>app::Words</name>
    <message>
        <source>The server cannot be reached. Check your network connection.</source>
        <translation>Le serveur est injoignable. Vérifiez votre connexion au réseau.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Try again.</source>
        <translation>Le serveur n’a pas répondu à temps. Réessayez.</translation>
    </message>
    <message numerus="yes">
        <source>Too many requests. Try again in %n second(s).</source>
        <translation>
            <numerusform>Trop de demandes. Réessayez dans %n seconde.</numerusform>
            <numerusform>Trop de demandes. Réessayez dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many requests. Try again in a moment.</source>
        <translation>Trop de demandes. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Vous avez été déconnecté. Connectez-vous de nouveau.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>Vous n’êtes pas autorisé à faire cela.</translation>
    </message>
    <message>
        <source>This does not exist, or you do not have access to it.</source>
        <translation>Cet élément n’existe pas, ou vous n’y avez pas accès.</translation>
    </message>
    <message>
        <source>The server has a problem. Try again later.</source>
        <translation>Le serveur rencontre un problème. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The server gave an answer that makes no sense. Try again later.</source>
        <translation>Le serveur a donné une réponse incompréhensible. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid. The connection was refused.</source>
        <translation>Le certificat du serveur n’est pas valide. La connexion a été refusée.</translation>
    </message>
    <message>
        <source>This address is not that of a Matrix server.</source>
        <translation>Cette adresse n’est pas celle d’un serveur Matrix.</translation>
    </message>
    <message>
        <source>An encryption check failed. Nothing was shown or sent.</source>
        <translation>Une vérification du chiffrement a échoué. Rien n’a été affiché ni envoyé.</translation>
    </message>
    <message>
        <source>There is no space left on this computer.</source>
        <translation>Il n’y a plus d’espace libre sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The server does not offer this.</source>
        <translation>Le serveur ne propose pas cette fonction.</translation>
    </message>
    <message>
        <source>The server refuses files of this size.</source>
        <translation>Le serveur refuse les fichiers de cette taille.</translation>
    </message>
    <message>
        <source>This cannot be done as asked.</source>
        <translation>Cette demande ne peut pas être exécutée.</translation>
    </message>
    <message>
        <source>The key of your messages on this computer is not the right one.</source>
        <translation>La clé de vos messages sur cet ordinateur n’est pas la bonne.</translation>
    </message>
    <message>
        <source>Your messages on this computer are damaged. The file was kept; sign in again to make a new one.</source>
        <translation>Vos messages sur cet ordinateur sont endommagés. Le fichier a été conservé ; connectez-vous de nouveau pour en créer un autre.</translation>
    </message>
    <message>
        <source>Your messages were written by a newer version of this program. Update it.</source>
        <translation>Vos messages ont été enregistrés par une version plus récente de ce logiciel. Mettez-le à jour.</translation>
    </message>
    <message>
        <source>Another window of this program already uses this account.</source>
        <translation>Une autre fenêtre de ce logiciel utilise déjà ce compte.</translation>
    </message>
    <message>
        <source>Your messages on this computer cannot be read or written.</source>
        <translation>Vos messages sur cet ordinateur ne peuvent être ni lus ni enregistrés.</translation>
    </message>
    <message>
        <source>This account has been deactivated.</source>
        <translation>Ce compte a été désactivé.</translation>
    </message>
    <message>
        <source>The username or the password is incorrect.</source>
        <translation>L’identifiant ou le mot de passe est incorrect.</translation>
    </message>
    <message>
        <source>This server was not found. Check its name and your network connection.</source>
        <translation>Ce serveur est introuvable. Vérifiez son nom et votre connexion au réseau.</translation>
    </message>
    <message>
        <source>This server is not a Matrix server.</source>
        <translation>Ce serveur n’est pas un serveur Matrix.</translation>
    </message>
    <message>
        <source>This server was not found. Check its name.</source>
        <translation>Ce serveur est introuvable. Vérifiez son nom.</translation>
    </message>
    <message>
        <source>This server does not accept passwords.</source>
        <translation>Ce serveur n’accepte pas les mots de passe.</translation>
    </message>
    <message>
        <source>This is not the address of a server. Example: agent.dinum.tchap.gouv.fr</source>
        <translation>Ce n’est pas l’adresse d’un serveur. Exemple : agent.dinum.tchap.gouv.fr</translation>
    </message>
    <message>
        <source>Already open</source>
        <translation>Déjà ouvert</translation>
    </message>
    <message>
        <source>A newer version is needed</source>
        <translation>Une version plus récente est nécessaire</translation>
    </message>
    <message>
        <source>No space left</source>
        <translation>Plus d’espace libre</translation>
    </message>
    <message>
        <source>The key does not fit</source>
        <translation>La clé ne convient pas</translation>
    </message>
    <message>
        <source>Your messages cannot be opened</source>
        <translation>Vos messages ne peuvent pas être ouverts</translation>
    </message>
    <message>
        <source>Not sent: you are not allowed to write here.</source>
        <translation>Non envoyé : vous n’êtes pas autorisé à écrire ici.</translation>
    </message>
    <message>
        <source>Not sent: too large.</source>
        <translation>Non envoyé : trop volumineux.</translation>
    </message>
    <message>
        <source>Not sent: it could not be encrypted.</source>
        <translation>Non envoyé : le message n’a pas pu être chiffré.</translation>
    </message>
    <message>
        <source>Not sent.</source>
        <translation>Non envoyé.</translation>
    </message>
    <message>
        <source>You are offline. Your messages will be sent when you are back online.</source>
        <translation>Vous êtes hors ligne. Vos messages partiront au retour de la connexion.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to send and receive messages.</source>
        <translation>Vous avez été déconnecté. Connectez-vous de nouveau pour envoyer et recevoir des messages.</translation>
    </message>
    <message>
        <source>File saved: %1</source>
        <translation>Fichier enregistré : %1</translation>
    </message>
    <message>
        <source>A file of this name is already there. Choose another name.</source>
        <translation>Un fichier de ce nom existe déjà. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>“%1” is too large to be sent.</source>
        <translation>« %1 » est trop volumineux pour être envoyé.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>« %1 » ne peut pas être lu.</translation>
    </message>
    <message>
        <source>New message from %1</source>
        <translation>Nouveau message de %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Text copied</source>
        <translation>Texte copié</translation>
    </message>
    <message>
        <source>This passphrase is not the right one.</source>
        <translation>Cette phrase secrète n’est pas la bonne.</translation>
    </message>
    <message>
        <source>Choose a passphrase of at least 8 characters.</source>
        <translation>Choisissez une phrase secrète d’au moins 8 caractères.</translation>
    </message>
    <message>
        <source>This is not a person&apos;s address. Example: @camille:example.fr</source>
        <translation>Ce n’est pas l’adresse d’une personne. Exemple : @camille:example.fr</translation>
    </message>
    <message>
        <source>This is not a room&apos;s address. Example: #projet:example.fr</source>
        <translation>Ce n’est pas l’adresse d’un salon. Exemple : #projet:example.fr</translation>
    </message>
    <message>
        <source>Fill in this field.</source>
        <translation>Remplissez ce champ.</translation>
    </message>
    <message>
        <source>Unnamed room</source>
        <translation>Salon sans nom</translation>
    </message>
    <message>
        <source>Empty room (was %1)</source>
        <translation>Salon vide (auparavant %1)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Fichier : %1</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Autocollant</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Locked message</source>
        <translation>Message verrouillé</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Message supprimé</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>%1 invites you</source>
        <translation>%1 vous invite</translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 écrit…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n personne écrit…</numerusform>
            <numerusform>%n personnes écrivent…</numerusform>
        </translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Vous : %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>who wrote, then what</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>invitation</source>
        <translation>invitation</translation>
    </message>
    <message>
        <source>direct message</source>
        <translation>message direct</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>non chiffré</translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n message non lu</numerusform>
            <numerusform>%n messages non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 joined the room</source>
        <translation>%1 a rejoint le salon</translation>
    </message>
    <message>
        <source>%1 left the room</source>
        <translation>%1 a quitté le salon</translation>
    </message>
    <message>
        <source>%1 invited %2</source>
        <translation>%1 a invité %2</translation>
    </message>
    <message>
        <source>%1 removed %2 from the room</source>
        <translation>%1 a retiré %2 du salon</translation>
    </message>
    <message>
        <source>%1 banned %2</source>
        <translation>%1 a exclu %2</translation>
    </message>
    <message>
        <source>%1 lifted the ban of %2</source>
        <translation>%1 a levé l’exclusion de %2</translation>
    </message>
    <message>
        <source>%1 asks to join the room</source>
        <translation>%1 demande à rejoindre le salon</translation>
    </message>
    <message>
        <source>%1 refused the invitation</source>
        <translation>%1 a refusé l’invitation</translation>
    </message>
    <message>
        <source>%1 withdrew the invitation of %2</source>
        <translation>%1 a annulé l’invitation de %2</translation>
    </message>
    <message>
        <source>%1 is now called %2</source>
        <translation>%1 s’appelle désormais %2</translation>
    </message>
    <message>
        <source>%1 changed their picture</source>
        <translation>%1 a changé sa photo</translation>
    </message>
    <message>
        <source>%1 removed the room&apos;s name</source>
        <translation>%1 a retiré le nom du salon</translation>
    </message>
    <message>
        <source>%1 named the room “%2”</source>
        <translation>%1 a nommé le salon « %2 »</translation>
    </message>
    <message>
        <source>%1 removed the topic</source>
        <translation>%1 a retiré le sujet</translation>
    </message>
    <message>
        <source>%1 set the topic: %2</source>
        <translation>%1 a défini le sujet : %2</translation>
    </message>
    <message>
        <source>%1 changed the room&apos;s picture</source>
        <translation>%1 a changé l’image du salon</translation>
    </message>
    <message>
        <source>%1 created the room</source>
        <translation>%1 a créé le salon</translation>
    </message>
    <message>
        <source>%1 turned on end-to-end encryption</source>
        <translation>%1 a activé le chiffrement de bout en bout</translation>
    </message>
    <message>
        <source>%1 changed who may join</source>
        <translation>%1 a changé qui peut rejoindre le salon</translation>
    </message>
    <message>
        <source>%1 changed who may read the history</source>
        <translation>%1 a changé qui peut lire l’historique</translation>
    </message>
    <message>
        <source>%1 changed the access of guests</source>
        <translation>%1 a changé l’accès des visiteurs</translation>
    </message>
    <message>
        <source>%1 changed the permissions</source>
        <translation>%1 a changé les droits</translation>
    </message>
    <message>
        <source>%1 replaced this room by a new one</source>
        <translation>%1 a remplacé ce salon par un nouveau</translation>
    </message>
    <message>
        <source>%1 changed the pinned messages</source>
        <translation>%1 a changé les messages épinglés</translation>
    </message>
    <message>
        <source>%1 changed the room&apos;s address</source>
        <translation>%1 a changé l’adresse du salon</translation>
    </message>
    <message>
        <source>%1 changed the room&apos;s settings</source>
        <translation>%1 a changé les réglages du salon</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Nouveaux messages</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n réaction</numerusform>
            <numerusform>%n réactions</numerusform>
        </translation>
    </message>
    <message>
        <source>sending</source>
        <translation>envoi en cours</translation>
    </message>
    <message>
        <source>picture %1</source>
        <translation>image %1</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>fichier %1, %2</translation>
    </message>
    <message>
        <source>Waiting for this message. It will appear when its key arrives.</source>
        <translation>En attente de ce message. Il apparaîtra quand sa clé arrivera.</translation>
    </message>
    <message>
        <source>You do not have access to this message: it was sent before you joined.</source>
        <translation>Vous n’avez pas accès à ce message : il a été envoyé avant votre arrivée.</translation>
    </message>
    <message>
        <source>This message was sent before you signed in on this computer.</source>
        <translation>Ce message a été envoyé avant votre connexion sur cet ordinateur.</translation>
    </message>
    <message>
        <source>The sender did not share the key with this device, which is not verified.</source>
        <translation>L’expéditeur n’a pas partagé la clé avec cet appareil, qui n’est pas vérifié.</translation>
    </message>
    <message>
        <source>The sender has blocked this device.</source>
        <translation>L’expéditeur a bloqué cet appareil.</translation>
    </message>
    <message>
        <source>The sender did not share the key of this message with this device.</source>
        <translation>L’expéditeur n’a pas partagé la clé de ce message avec cet appareil.</translation>
    </message>
    <message>
        <source>This message was refused: its sender could not be authenticated.</source>
        <translation>Ce message a été refusé : son expéditeur n’a pas pu être authentifié.</translation>
    </message>
    <message>
        <source>This message is encrypted in a way that this program does not know.</source>
        <translation>Ce message est chiffré d’une manière que ce logiciel ne connaît pas.</translation>
    </message>
    <message>
        <source>This message could not be decrypted.</source>
        <translation>Ce message n’a pas pu être déchiffré.</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Non chiffré</translation>
    </message>
    <message>
        <source>Sent from a device that its owner has not verified</source>
        <translation>Envoyé depuis un appareil que son propriétaire n’a pas vérifié</translation>
    </message>
    <message>
        <source>Sent from an unknown or deleted device</source>
        <translation>Envoyé depuis un appareil inconnu ou supprimé</translation>
    </message>
    <message>
        <source>The authenticity of this message cannot be guaranteed on this device</source>
        <translation>L’authenticité de ce message ne peut pas être garantie sur cet appareil</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>day of the week, day and month, as in &quot;Monday 3 March&quot;</extracomment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>dddd d MMMM yyyy</translation>
    </message>
</context>
</TS>
