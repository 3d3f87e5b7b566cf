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
    <message>
        <source>Security and privacy</source>
        <translation>Sécurité et confidentialité</translation>
    </message>
</context>
<context>
    <name>AccountStrips</name>
    <message>
        <source>Your digital identity was replaced. If it was not you, somebody knows your password.</source>
        <translation>Votre identité numérique a été remplacée. Si ce n’est pas vous, quelqu’un connaît votre mot de passe.</translation>
    </message>
    <message>
        <source>See what to do</source>
        <translation>Voir que faire</translation>
    </message>
    <message>
        <source>An older copy of your data was put back on this computer. New messages are protected by new keys; some recent ones may be missing or stay unreadable.</source>
        <translation>Une copie plus ancienne de vos données a été rétablie sur cet ordinateur. Les nouveaux messages sont protégés par de nouvelles clés&#x202f;; certains messages récents peuvent manquer ou rester illisibles.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>New sign-in: %1. Was it you?</source>
        <translation>Nouvelle connexion&#xa0;: %1. Était-ce vous&#x202f;?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No, sign it out</source>
        <translation>Non, la déconnecter</translation>
    </message>
    <message>
        <source>Set up a recovery code, or you lose your messages with this computer.</source>
        <translation>Configurez un code de récupération, sinon vos messages seront perdus avec cet ordinateur.</translation>
    </message>
    <message>
        <source>Confirm this device to read your former messages.</source>
        <translation>Confirmez cet appareil pour lire vos anciens messages.</translation>
    </message>
    <message>
        <source>Set up recovery</source>
        <translation>Configurer la récupération</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>This device must be signed in again: the server has keys for it that are not its own. Nothing is sent from here.</source>
        <translation>Cet appareil doit être reconnecté&#xa0;: le serveur lui attribue des clés qui ne sont pas les siennes. Plus rien n’est envoyé d’ici.</translation>
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
    <name>BackupStrip</name>
    <message>
        <source>Another of your programs asks that your messages are not backed up any more. This computer goes on backing them up.</source>
        <translation>Un autre de vos programmes demande que vos messages ne soient plus sauvegardés. Cet ordinateur continue de les sauvegarder.</translation>
    </message>
    <message>
        <source>Keep the backup</source>
        <translation>Conserver la sauvegarde</translation>
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
    <message>
        <source>Locked message</source>
        <translation>Message verrouillé</translation>
    </message>
</context>
<context>
    <name>CameraPart</name>
    <message>
        <source>Scan with the camera</source>
        <translation>Scanner avec la caméra</translation>
    </message>
    <message>
        <source>Picture of the camera</source>
        <translation>Image de la caméra</translation>
    </message>
    <message>
        <source>Hold the other device’s code in front of the camera.</source>
        <translation>Présentez le code de l’autre appareil devant la caméra.</translation>
    </message>
    <message>
        <source>Stop the camera</source>
        <translation>Arrêter la caméra</translation>
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
    <name>CodePart</name>
    <message>
        <source>Write it down or save it outside of this computer, for example in your password safe. It is shown only now.</source>
        <translation>Notez-le ou enregistrez-le ailleurs que sur cet ordinateur, par exemple dans votre coffre de mots de passe. Il n’est affiché que maintenant.</translation>
    </message>
    <message>
        <source>Recovery code: %1</source>
        <translation>Code de récupération&#xa0;: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Enregistrer dans un fichier…</translation>
    </message>
    <message>
        <source>I have kept my recovery code in a safe place</source>
        <translation>J’ai conservé mon code de récupération en lieu sûr</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>Enregistrer le code de récupération</translation>
    </message>
    <message>
        <source>recovery-code.txt</source>
        <translation>code-de-recuperation.txt</translation>
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
    <message>
        <source>Sending is blocked for now</source>
        <translation>Envoi bloqué pour l’instant</translation>
    </message>
</context>
<context>
    <name>ConfirmDeviceDialog</name>
    <message>
        <source>Confirm this device</source>
        <translation>Confirmer cet appareil</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Your account is already in use elsewhere. Show that this device is yours: your contacts trust it, and you read your former messages.</source>
        <translation>Votre compte est déjà utilisé ailleurs. Montrez que cet appareil est le vôtre&#xa0;: vos contacts lui feront confiance et vous lirez vos anciens messages.</translation>
    </message>
    <message>
        <source>With another device</source>
        <translation>Avec un autre appareil</translation>
    </message>
    <message>
        <source>Compare seven symbols or scan a code with a device where you are signed in.</source>
        <translation>Comparez sept symboles ou scannez un code avec un appareil où vous êtes connecté.</translation>
    </message>
    <message>
        <source>With my recovery code</source>
        <translation>Avec mon code de récupération</translation>
    </message>
    <message>
        <source>The code of 48 characters that you kept, or your passphrase.</source>
        <translation>Le code de 48 caractères que vous avez conservé, ou votre phrase de passe.</translation>
    </message>
    <message>
        <source>I have neither of them</source>
        <translation>Je n’ai ni l’un ni l’autre</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>The room that this one replaces was encrypted; this one is not. Write nothing confidential here, and ask an administrator of the room to turn encryption on.</source>
        <translation>Le salon que celui-ci remplace était chiffré&#x202f;; celui-ci ne l’est pas. N’y écrivez rien de confidentiel, et demandez à un administrateur du salon d’y activer le chiffrement.</translation>
    </message>
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
    <message>
        <source>This message lies further back than what is loaded.</source>
        <translation>Ce message est plus ancien que ce qui est chargé.</translation>
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
        <source>Ctrl+K finds conversations, people and messages.</source>
        <translation>Ctrl+K trouve conversations, personnes et messages.</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>Not confirmed yet</source>
        <translation>Pas encore confirmé</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Cet appareil</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>Choisir %1</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>Actions pour %1</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Déconnecter…</translation>
    </message>
</context>
<context>
    <name>DevicesSection</name>
    <message>
        <source>My devices</source>
        <translation>Mes appareils</translation>
    </message>
    <message>
        <source>Where you are signed in. Sign out what you no longer use or do not know.</source>
        <translation>Là où vous êtes connecté. Déconnectez ce que vous n’utilisez plus ou ne connaissez pas.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Sign out several…</source>
        <translation>Déconnecter plusieurs appareils…</translation>
    </message>
    <message numerus="yes">
        <source>Sign out %n device(s)</source>
        <translation>
            <numerusform>Déconnecter %n appareil</numerusform>
            <numerusform>Déconnecter %n appareils</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose devices</source>
        <translation>Choisissez des appareils</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>DiagnosticPage</name>
    <message>
        <source>Diagnostic of encryption</source>
        <translation>Diagnostic du chiffrement</translation>
    </message>
    <message>
        <source>Back to security</source>
        <translation>Retour à la sécurité</translation>
    </message>
    <message>
        <source>Locked messages</source>
        <translation>Messages verrouillés</translation>
    </message>
    <message>
        <source>No message is locked on this device.</source>
        <translation>Aucun message n’est verrouillé sur cet appareil.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>why messages are locked, then how many</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Keys and backup</source>
        <translation>Clés et sauvegarde</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>Empreintes</translation>
    </message>
    <message>
        <source>They name your keys. Compare them with what another device shows.</source>
        <translation>Elles désignent vos clés. Comparez-les à celles qu’affiche un autre appareil.</translation>
    </message>
    <message>
        <source>Name of this device</source>
        <translation>Nom de cet appareil</translation>
    </message>
    <message>
        <source>Fingerprint of this device</source>
        <translation>Empreinte de cet appareil</translation>
    </message>
    <message>
        <source>Fingerprint of the digital identity</source>
        <translation>Empreinte de l’identité numérique</translation>
    </message>
    <message>
        <source>Ask for help</source>
        <translation>Demander de l’aide</translation>
    </message>
    <message>
        <source>The text holds these figures only: no name, no address, no fingerprint, no message.</source>
        <translation>Le texte ne contient que ces chiffres&#xa0;: ni nom, ni adresse, ni empreinte, ni message.</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier le texte</translation>
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
    <name>EmojiPart</name>
    <message>
        <source>The same symbols, in the same order, must be on your other device.</source>
        <translation>Les mêmes symboles, dans le même ordre, doivent être sur votre autre appareil.</translation>
    </message>
    <message>
        <source>The same numbers, in the same order, must be on your other device.</source>
        <translation>Votre autre appareil doit afficher les mêmes nombres dans le même ordre.</translation>
    </message>
    <message>
        <source>%1 must see the same symbols in the same order. Read them to each other.</source>
        <translation>%1 doit voir les mêmes symboles dans le même ordre. Lisez-les l’un à l’autre.</translation>
    </message>
    <message>
        <source>%1 must see the same numbers in the same order. Read them to each other.</source>
        <translation>%1 doit voir les mêmes nombres dans le même ordre. Lisez-les l’un à l’autre.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place in the row, then the name of the symbol</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Compare symbols instead</source>
        <translation>Comparer plutôt des symboles</translation>
    </message>
    <message>
        <source>Compare numbers instead</source>
        <translation>Comparer plutôt des nombres</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export “%1”</source>
        <translation>Exporter «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>Arrêter l’export</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>The messages are written in clear: whoever has the file can read them. Keep it in a safe place.</source>
        <translation>Les messages sont écrits en clair&#xa0;: toute personne qui a le fichier peut les lire. Conservez-le en lieu sûr.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>Données (JSON)</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 mois</translation>
    </message>
    <message>
        <source>With the attached files</source>
        <translation>Avec les pièces jointes</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>%1: %2</source>
        <comment>a label, then its value</comment>
        <translation>%1&#xa0;: %2</translation>
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
        <translation>Se reconnecter&#x202f;?</translation>
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
    <name>Fingerprint</name>
    <message>
        <source>Copy: %1</source>
        <translation>Copier&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
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
    <name>IdentityLine</name>
    <message>
        <source>This identity has changed since you verified it. Nothing is sent until you verify it again or withdraw the verification.</source>
        <translation>Cette identité a changé depuis que vous l’avez vérifiée. Rien n’est envoyé tant que vous ne l’avez pas vérifiée à nouveau ou retiré la vérification.</translation>
    </message>
    <message>
        <source>This identity is new: the person has reinstalled everything, or somebody else is using the account. Ask the person by telephone.</source>
        <translation>Cette identité est nouvelle&#xa0;: la personne a tout réinstallé, ou quelqu’un d’autre utilise le compte. Demandez-lui par téléphone.</translation>
    </message>
    <message>
        <source>This person has no digital identity yet: their devices cannot be verified.</source>
        <translation>Cette personne n’a pas encore d’identité numérique&#xa0;: ses appareils ne peuvent pas être vérifiés.</translation>
    </message>
    <message>
        <source>This is you.</source>
        <translation>C’est vous.</translation>
    </message>
    <message>
        <source>You have verified this person.</source>
        <translation>Vous avez vérifié cette personne.</translation>
    </message>
    <message>
        <source>Not verified. To be sure who is there, verify each other.</source>
        <translation>Non vérifiée. Pour savoir avec certitude qui vous répond, vérifiez-vous l’un l’autre.</translation>
    </message>
</context>
<context>
    <name>IdentityStrip</name>
    <message>
        <source>The digital identity of %1, which you had verified, has changed. Nothing is sent here until that is settled.</source>
        <translation>L’identité numérique de %1, que vous aviez vérifiée, a changé. Rien n’est envoyé ici tant que ce n’est pas réglé.</translation>
    </message>
    <message>
        <source>The digital identity of %1 has changed.</source>
        <translation>L’identité numérique de %1 a changé.</translation>
    </message>
    <message numerus="yes">
        <source>The digital identity of %1 and of %n other person(s) has changed.</source>
        <translation>
            <numerusform>Les identités numériques de %1 et de %n autre personne ont changé.</numerusform>
            <numerusform>Les identités numériques de %1 et de %n autres personnes ont changé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Withdraw the verification</source>
        <translation>Retirer la vérification</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>InvitationPart</name>
    <message>
        <source>%1 invites you to “%2”.</source>
        <translation>%1 vous invite à rejoindre «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>You are invited to “%1”.</source>
        <translation>Vous êtes invité à rejoindre «&#xa0;%1&#xa0;».</translation>
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
    <name>KeysDialog</name>
    <message>
        <source>tchap-keys.txt</source>
        <translation>cles-tchap.txt</translation>
    </message>
    <message>
        <source>Save the keys</source>
        <translation>Enregistrer les clés</translation>
    </message>
    <message>
        <source>Add keys from a file</source>
        <translation>Ajouter des clés depuis un fichier</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Type the passphrase that was chosen when the file was saved.</source>
        <translation>Saisissez la phrase de passe choisie à l’enregistrement du fichier.</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Phrase de passe du fichier</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La même phrase de passe</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Les deux phrases de passe diffèrent.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Ajout…</translation>
    </message>
    <message>
        <source>Whoever has the file and its passphrase can read your messages. First show that it is you.</source>
        <translation>Toute personne qui détient ce fichier et sa phrase de passe peut lire vos messages. Montrez d’abord que c’est bien vous.</translation>
    </message>
    <message>
        <source>Passphrase of this computer</source>
        <translation>Phrase de passe de cet ordinateur</translation>
    </message>
    <message>
        <source>Password of your account</source>
        <translation>Mot de passe de votre compte</translation>
    </message>
    <message>
        <source>The one that opens the program.</source>
        <translation>Celle qui ouvre l’application.</translation>
    </message>
    <message>
        <source>A new one, of at least 8 characters. You need it to read the file again.</source>
        <translation>Choisissez-en une nouvelle, d’au moins 8 caractères. Elle vous sera demandée pour relire le fichier.</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Keys in a file</source>
        <translation>Clés dans un fichier</translation>
    </message>
    <message>
        <source>To take your locked messages from one program to another. Whoever has the file and its passphrase can read your messages.</source>
        <translation>Pour emporter vos messages verrouillés d’un logiciel à un autre. Quiconque possède le fichier et sa phrase de passe peut lire vos messages.</translation>
    </message>
    <message>
        <source>Save the keys…</source>
        <translation>Enregistrer les clés…</translation>
    </message>
    <message>
        <source>Add keys from a file…</source>
        <translation>Ajouter des clés depuis un fichier…</translation>
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
    <name>MemberRow</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Personne invitée</translation>
    </message>
</context>
<context>
    <name>MembersDialog</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n membre</numerusform>
            <numerusform>%n membres</numerusform>
        </translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Filter members</source>
        <translation>Filtrer les membres</translation>
    </message>
    <message>
        <source>Nobody of that name is here.</source>
        <translation>Personne de ce nom ne s’y trouve.</translation>
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
    <message>
        <source>About %1</source>
        <translation>À propos de %1</translation>
    </message>
    <message>
        <source>Open the thread</source>
        <translation>Ouvrir le fil</translation>
    </message>
    <message>
        <source>Reply in a thread</source>
        <translation>Répondre dans un fil</translation>
    </message>
    <message>
        <source>Close the poll</source>
        <translation>Clore le sondage</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
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
        <translation>Exemple&#xa0;: @camille:example.fr</translation>
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
        <translation>Forum&#xa0;: tout le monde peut le rejoindre, les messages ne sont pas chiffrés</translation>
    </message>
    <message>
        <source>Address of the room</source>
        <translation>Adresse du salon</translation>
    </message>
    <message>
        <source>Example: #projet:example.fr</source>
        <translation>Exemple&#xa0;: #projet:example.fr</translation>
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
    <name>OtherDeviceRow</name>
    <message>
        <source>Signed by the identity that you verified</source>
        <translation>Signé par l’identité que vous avez vérifiée</translation>
    </message>
    <message>
        <source>Signed by its owner’s identity</source>
        <translation>Signé par l’identité de son propriétaire</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>Protect your messages</source>
        <translation>Protégez vos messages</translation>
    </message>
    <message>
        <source>Unlock your messages</source>
        <translation>Déverrouiller vos messages</translation>
    </message>
    <message>
        <source>This computer has no keyring. Choose a passphrase of at least 8 characters: it encrypts your messages here and is asked for at every start. It cannot be recovered.</source>
        <translation>Cet ordinateur n’a pas de trousseau de clés. Choisissez une phrase de passe d’au moins 8 caractères&#xa0;: elle chiffre vos messages ici et vous sera demandée à chaque démarrage. Elle ne peut pas être récupérée.</translation>
    </message>
    <message>
        <source>Your messages on this computer are encrypted. Type the passphrase that you chose.</source>
        <translation>Vos messages sur cet ordinateur sont chiffrés. Saisissez la phrase de passe que vous avez choisie.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La même phrase de passe</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Les deux phrases de passe diffèrent.</translation>
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
    <name>PersonDialog</name>
    <message>
        <source>Verify again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Looking at the devices…</source>
        <translation>Consultation des appareils…</translation>
    </message>
    <message>
        <source>Withdraw the verification</source>
        <translation>Retirer la vérification</translation>
    </message>
    <message>
        <source>Accept the new identity</source>
        <translation>Accepter la nouvelle identité</translation>
    </message>
    <message>
        <source>Fingerprint of the digital identity</source>
        <translation>Empreinte de l’identité numérique</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
    <message>
        <source>Hide devices and fingerprints</source>
        <translation>Masquer les appareils et les empreintes</translation>
    </message>
    <message>
        <source>Show devices and fingerprints</source>
        <translation>Afficher les appareils et les empreintes</translation>
    </message>
    <message>
        <source>No device is known yet.</source>
        <translation>Aucun appareil n’est connu pour l’instant.</translation>
    </message>
</context>
<context>
    <name>PersonLink</name>
    <message>
        <source>About %1</source>
        <translation>À propos de %1</translation>
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
    <name>PollCard</name>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Poll closed, %n voter(s)</source>
        <translation>
            <numerusform>Sondage clos, %n votant</numerusform>
            <numerusform>Sondage clos, %n votants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voter(s)</source>
        <translation>
            <numerusform>%n votant</numerusform>
            <numerusform>%n votants</numerusform>
        </translation>
    </message>
    <message>
        <source>Results are shown when the poll is closed.</source>
        <translation>Les résultats seront affichés à la clôture du sondage.</translation>
    </message>
</context>
<context>
    <name>PollDialog</name>
    <message>
        <source>New poll</source>
        <translation>Nouveau sondage</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Poser la question</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Réponse %1</translation>
    </message>
    <message>
        <source>Two answers are the same.</source>
        <translation>Deux réponses sont identiques.</translation>
    </message>
    <message>
        <source>Add an answer</source>
        <translation>Ajouter une réponse</translation>
    </message>
    <message>
        <source>Several answers may be chosen</source>
        <translation>Plusieurs réponses possibles</translation>
    </message>
    <message>
        <source>Show the results only when the poll is closed</source>
        <translation>N’afficher les résultats qu’à la clôture du sondage</translation>
    </message>
</context>
<context>
    <name>QrPicture</name>
    <message>
        <source>QR code for the other device’s camera</source>
        <translation>Code QR pour l’appareil photo de l’autre appareil</translation>
    </message>
</context>
<context>
    <name>Quote</name>
    <message>
        <source>In reply to %1: %2</source>
        <translation>En réponse à %1&#xa0;: %2</translation>
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
    <name>ReadyPart</name>
    <message>
        <source>Symbols</source>
        <translation>Symboles</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>Code QR</translation>
    </message>
    <message>
        <source>Both devices show seven symbols. You compare them.</source>
        <translation>Les deux appareils affichent sept symboles. Vous les comparez.</translation>
    </message>
    <message>
        <source>Both of you see seven symbols. Read them to each other by telephone or side by side, not by message.</source>
        <translation>Vous voyez tous deux sept symboles. Lisez-les l’un à l’autre par téléphone ou côte à côte, pas par message.</translation>
    </message>
    <message>
        <source>Show the symbols</source>
        <translation>Afficher les symboles</translation>
    </message>
    <message>
        <source>Scan this code with the other device.</source>
        <translation>Scannez ce code avec l’autre appareil.</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>Ouvrir une image…</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Coller une image</translation>
    </message>
    <message>
        <source>Picture of a QR code</source>
        <translation>Image d’un code QR</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Images (%1)</translation>
    </message>
    <message>
        <source>Or the other way round: read the code of the other device here.</source>
        <translation>Ou, à l’inverse, lisez ici le code de l’autre appareil.</translation>
    </message>
    <message>
        <source>Read the code of the other device here.</source>
        <translation>Lisez ici le code de l’autre appareil.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Your recovery code</source>
        <translation>Votre code de récupération</translation>
    </message>
    <message>
        <source>Reset the digital identity?</source>
        <translation>Réinitialiser l’identité numérique&#x202f;?</translation>
    </message>
    <message>
        <source>Protect your messages</source>
        <translation>Protégez vos messages</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Make a new identity</source>
        <translation>Créer une nouvelle identité</translation>
    </message>
    <message>
        <source>Make my recovery code</source>
        <translation>Créer mon code de récupération</translation>
    </message>
    <message>
        <source>You get a new identity and a new recovery code in place of the old ones.</source>
        <translation>Vous recevez une nouvelle identité et un nouveau code de récupération à la place des anciens.</translation>
    </message>
    <message>
        <source>Former messages whose keys are only in your backup stay locked for ever.</source>
        <translation>Les anciens messages dont les clés ne sont que dans votre sauvegarde restent verrouillés pour toujours.</translation>
    </message>
    <message>
        <source>Your contacts see a warning and must verify you again.</source>
        <translation>Vos contacts voient un avertissement et doivent vous vérifier à nouveau.</translation>
    </message>
    <message>
        <source>Your other devices must be confirmed again.</source>
        <translation>Vos autres appareils doivent être confirmés à nouveau.</translation>
    </message>
    <message>
        <source>I understand that this cannot be undone</source>
        <translation>Je comprends que c’est irréversible</translation>
    </message>
    <message>
        <source>Your password shows that it is you.</source>
        <translation>Votre mot de passe montre que c’est bien vous.</translation>
    </message>
    <message>
        <source>Your messages are encrypted: only your devices can read them. A recovery code lets you read them again when you lose this computer. Your password is asked for once.</source>
        <translation>Vos messages sont chiffrés&#xa0;: seuls vos appareils peuvent les lire. Un code de récupération vous permet de les relire si vous perdez cet ordinateur. Votre mot de passe est demandé une fois.</translation>
    </message>
    <message>
        <source>Password of your account</source>
        <translation>Mot de passe de votre compte</translation>
    </message>
    <message>
        <source>Add a passphrase that I can remember (optional)</source>
        <translation>Ajouter une phrase de passe facile à retenir (facultatif)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>At least 8 characters, and not your password. It works like the code.</source>
        <translation>Au moins 8 caractères, et pas votre mot de passe. Elle fonctionne comme le code.</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La même phrase de passe</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Les deux phrases de passe diffèrent.</translation>
    </message>
    <message>
        <source>Making your keys… This takes a few seconds.</source>
        <translation>Création de vos clés… Cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Nouveau code de récupération</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Créer un nouveau code</translation>
    </message>
    <message>
        <source>The code that you have lost stops working. Your messages and devices stay as they are. Your password shows that it is you.</source>
        <translation>Le code que vous avez perdu cessera de fonctionner. Vos messages et vos appareils restent comme ils sont. Votre mot de passe montre que c’est bien vous.</translation>
    </message>
</context>
<context>
    <name>RecoverySection</name>
    <message>
        <source>Recovery code</source>
        <translation>Code de récupération</translation>
    </message>
    <message>
        <source>It opens your messages on a new device. Keep it outside of this computer: nobody can give it to you again.</source>
        <translation>Il ouvre vos messages sur un nouvel appareil. Gardez-le ailleurs que sur cet ordinateur&#xa0;: personne ne pourra vous le redonner.</translation>
    </message>
    <message>
        <source>With a recovery code you read your messages again on another device, even when you have lost this one.</source>
        <translation>Avec un code de récupération, vous relisez vos messages sur un autre appareil, même si vous avez perdu celui-ci.</translation>
    </message>
    <message>
        <source>%1 of %2 message keys are in your backup.</source>
        <translation>%1 clés de messages sur %2 sont dans votre sauvegarde.</translation>
    </message>
    <message>
        <source>Restoring your messages: %1 of %2</source>
        <translation>Restauration de vos messages&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Set up recovery</source>
        <translation>Configurer la récupération</translation>
    </message>
    <message>
        <source>Restore all messages</source>
        <translation>Restaurer tous les messages</translation>
    </message>
    <message>
        <source>Enter the recovery code</source>
        <translation>Saisir le code de récupération</translation>
    </message>
    <message>
        <source>I have lost my code</source>
        <translation>J’ai perdu mon code</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename the device</source>
        <translation>Renommer l’appareil</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Your contacts can see it.</source>
        <translation>Vos contacts peuvent le voir.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>This device is confirmed</source>
        <translation>Cet appareil est confirmé</translation>
    </message>
    <message>
        <source>Enter your recovery code</source>
        <translation>Saisissez votre code de récupération</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Code de récupération</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>48 characters; spaces do not matter, capitals do.</source>
        <translation>48 caractères&#x202f;; les espaces ne comptent pas, les majuscules si.</translation>
    </message>
    <message>
        <source>The one that you chose with your recovery code.</source>
        <translation>Celle que vous avez choisie avec votre code de récupération.</translation>
    </message>
    <message>
        <source>I have neither of them</source>
        <translation>Je n’ai ni l’un ni l’autre</translation>
    </message>
    <message>
        <source>Opening your backup…</source>
        <translation>Ouverture de votre sauvegarde…</translation>
    </message>
    <message>
        <source>Your former messages are being unlocked. This goes on while you use the program.</source>
        <translation>Vos anciens messages sont en cours de déverrouillage. Cela continue pendant que vous utilisez le logiciel.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
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
        <translation>Retour aux conversations</translation>
    </message>
    <message>
        <source>The digital identity of %1 has changed</source>
        <translation>L’identité numérique de %1 a changé</translation>
    </message>
    <message>
        <source>Digital identity of %1</source>
        <translation>Identité numérique de %1</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message numerus="yes">
        <source>Threads, %n unread</source>
        <translation>
            <numerusform>Fils de discussion, %n non lu</numerusform>
            <numerusform>Fils de discussion, %n non lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Fils de discussion</translation>
    </message>
    <message>
        <source>Pinned messages</source>
        <translation>Messages épinglés</translation>
    </message>
    <message>
        <source>New poll</source>
        <translation>Nouveau sondage</translation>
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
        <translation>Aucun résultat pour «&#xa0;%1&#xa0;».</translation>
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
        <translation>Quitter «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>You will no longer receive its messages. To come back you may need an invitation.</source>
        <translation>Vous ne recevrez plus ses messages. Pour revenir, une invitation peut être nécessaire.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
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
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Remove from the favourites</source>
        <translation>Retirer des favoris</translation>
    </message>
    <message>
        <source>Add to the favourites</source>
        <translation>Ajouter aux favoris</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Priorité normale</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Priorité basse</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marquer comme non lu</translation>
    </message>
    <message>
        <source>Remove the mark of unread</source>
        <translation>Retirer la marque «&#xa0;non lu&#xa0;»</translation>
    </message>
    <message>
        <source>Notify of every message</source>
        <translation>Notifier tous les messages</translation>
    </message>
    <message>
        <source>Notify of mentions only</source>
        <translation>Notifier les mentions seulement</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search rooms, people, messages and commands</source>
        <translation>Rechercher salons, personnes, messages et commandes</translation>
    </message>
    <message>
        <source>In this conversation</source>
        <translation>Dans cette conversation</translation>
    </message>
    <message>
        <source>From…</source>
        <translation>De…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>has:file</source>
        <comment>filter of the search</comment>
        <translation>a:fichier</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>has:image</source>
        <comment>filter of the search</comment>
        <translation>a:image</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>has:link</source>
        <comment>filter of the search</comment>
        <translation>a:lien</translation>
    </message>
    <message>
        <source>Before…</source>
        <translation>Avant…</translation>
    </message>
    <message>
        <source>After…</source>
        <translation>Après…</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Plus pertinents d’abord</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Type to search everything on this computer.</source>
        <translation>Saisissez un mot pour chercher dans tout ce qui est sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Accents and capitals make no difference. “Quotes” keep words together.</source>
        <translation>Accents et majuscules ne comptent pas. Les «&#xa0;guillemets&#xa0;» gardent les mots ensemble.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Fetch older messages</source>
        <translation>Récupérer les messages plus anciens</translation>
    </message>
    <message>
        <source>from</source>
        <comment>filter of the search</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>before</source>
        <comment>filter of the search</comment>
        <translation>avant</translation>
    </message>
    <message>
        <source>after</source>
        <comment>filter of the search</comment>
        <translation>après</translation>
    </message>
</context>
<context>
    <name>SecurityPage</name>
    <message>
        <source>Back to the conversations</source>
        <translation>Retour aux conversations</translation>
    </message>
    <message>
        <source>Security and privacy</source>
        <translation>Sécurité et confidentialité</translation>
    </message>
    <message>
        <source>New digital identity</source>
        <translation>Nouvelle identité numérique</translation>
    </message>
    <message>
        <source>Only when you have lost your recovery code and all your other devices, or when somebody else may have your code.</source>
        <translation>Seulement si vous avez perdu votre code de récupération et tous vos autres appareils, ou si quelqu’un d’autre peut avoir votre code.</translation>
    </message>
    <message>
        <source>Reset the digital identity…</source>
        <translation>Réinitialiser l’identité numérique…</translation>
    </message>
    <message>
        <source>State of encryption</source>
        <translation>État du chiffrement</translation>
    </message>
    <message>
        <source>Figures for whoever helps you when messages stay locked. Nothing is sent.</source>
        <translation>Des chiffres pour la personne qui vous aide quand des messages restent verrouillés. Rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Show the diagnostic</source>
        <translation>Afficher le diagnostic</translation>
    </message>
</context>
<context>
    <name>SharingSection</name>
    <message>
        <source>Who can read you</source>
        <translation>Qui peut vous lire</translation>
    </message>
    <message>
        <source>Send to verified people only</source>
        <translation>N’envoyer qu’aux personnes vérifiées</translation>
    </message>
    <message>
        <source>Members of a conversation whom you have not verified yourself see your new messages as locked.</source>
        <translation>Les membres d’une conversation que vous n’avez pas vérifiés vous-même verront vos nouveaux messages verrouillés.</translation>
    </message>
</context>
<context>
    <name>SignOutDevicesDialog</name>
    <message>
        <source>Sign this device out now</source>
        <translation>Déconnecter cet appareil maintenant</translation>
    </message>
    <message>
        <source>Sign out “%1”?</source>
        <translation>Déconnecter «&#xa0;%1&#xa0;»&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>Sign out %n device(s)?</source>
        <translation>
            <numerusform>Déconnecter %n appareil&#x202f;?</numerusform>
            <numerusform>Déconnecter %n appareils&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>“%1” loses access to your messages at once. Then change your password: whoever signed in knows it.</source>
        <translation>«&#xa0;%1&#xa0;» perd aussitôt l’accès à vos messages. Changez ensuite votre mot de passe&#xa0;: la personne qui s’est connectée le connaît.</translation>
    </message>
    <message>
        <source>It loses access to your messages. Messages whose keys are only there stay locked.</source>
        <translation>Il perd l’accès à vos messages. Les messages dont les clés ne sont que là-bas restent verrouillés.</translation>
    </message>
    <message>
        <source>Password of your account</source>
        <translation>Mot de passe de votre compte</translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message>
        <source>Sign out of this computer?</source>
        <translation>Se déconnecter de cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Sign out anyway</source>
        <translation>Se déconnecter quand même</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Your messages are erased from this computer.</source>
        <translation>Vos messages sont effacés de cet ordinateur.</translation>
    </message>
    <message>
        <source>It is not known whether the keys of your messages are in your backup. Those that are only here are lost.</source>
        <translation>On ne sait pas si les clés de vos messages sont dans votre sauvegarde. Celles qui ne sont qu’ici seront perdues.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of messages are not in your backup yet. Without them, these messages stay locked for ever.</source>
        <translation>
            <numerusform>%n clé de messages n’est pas encore dans votre sauvegarde. Sans elle, ces messages resteront verrouillés pour toujours.</numerusform>
            <numerusform>%n clés de messages ne sont pas encore dans votre sauvegarde. Sans elles, ces messages resteront verrouillés pour toujours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of messages are only on this computer: no backup is running. Without them, these messages stay locked for ever.</source>
        <translation>
            <numerusform>%n clé de messages n’est que sur cet ordinateur&#xa0;: aucune sauvegarde n’est active. Sans elle, ces messages resteront verrouillés pour toujours.</numerusform>
            <numerusform>%n clés de messages ne sont que sur cet ordinateur&#xa0;: aucune sauvegarde n’est active. Sans elles, ces messages resteront verrouillés pour toujours.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are being saved. This dialog says when it is done.</source>
        <translation>La sauvegarde est en cours. Cette fenêtre vous dira quand elle sera terminée.</translation>
    </message>
    <message>
        <source>Set up recovery first</source>
        <translation>Configurer d’abord la récupération</translation>
    </message>
    <message>
        <source>All keys are in your backup now.</source>
        <translation>Toutes les clés sont maintenant dans votre sauvegarde.</translation>
    </message>
</context>
<context>
    <name>StatusCard</name>
    <message>
        <source>Your messages are protected</source>
        <translation>Vos messages sont protégés</translation>
    </message>
    <message>
        <source>Protect your messages</source>
        <translation>Protégez vos messages</translation>
    </message>
    <message>
        <source>Confirm this device</source>
        <translation>Confirmer cet appareil</translation>
    </message>
    <message>
        <source>Unlock your former messages</source>
        <translation>Déverrouillez vos anciens messages</translation>
    </message>
    <message>
        <source>Your digital identity was replaced</source>
        <translation>Votre identité numérique a été remplacée</translation>
    </message>
    <message>
        <source>The state of your account is not known</source>
        <translation>L’état de votre compte n’est pas connu</translation>
    </message>
    <message>
        <source>Looking at your account…</source>
        <translation>Consultation de votre compte…</translation>
    </message>
    <message>
        <source>Without a recovery code, your encrypted messages are lost when you lose this computer.</source>
        <translation>Sans code de récupération, vos messages chiffrés sont perdus si vous perdez cet ordinateur.</translation>
    </message>
    <message>
        <source>Until it is confirmed, your contacts see a warning and your former messages stay locked.</source>
        <translation>Tant qu’il n’est pas confirmé, vos contacts voient un avertissement et vos anciens messages restent verrouillés.</translation>
    </message>
    <message>
        <source>Their keys are in your backup. Your recovery code opens it.</source>
        <translation>Leurs clés sont dans votre sauvegarde. Votre code de récupération l’ouvre.</translation>
    </message>
    <message>
        <source>Somebody who knows your password made a new one. If it was not you, change your password, tell your security contact and make a new identity.</source>
        <translation>Quelqu’un qui connaît votre mot de passe en a créé une nouvelle. Si ce n’est pas vous, changez votre mot de passe, prévenez votre correspondant sécurité et créez une nouvelle identité.</translation>
    </message>
    <message>
        <source>Set up recovery</source>
        <translation>Configurer la récupération</translation>
    </message>
    <message>
        <source>Enter the recovery code</source>
        <translation>Saisir le code de récupération</translation>
    </message>
    <message>
        <source>It was not me</source>
        <translation>Ce n’était pas moi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>It was me</source>
        <translation>C’était moi</translation>
    </message>
    <message>
        <source>This device must be signed in again</source>
        <translation>Cet appareil doit être reconnecté</translation>
    </message>
    <message>
        <source>The server has keys for it that are not its own. Nothing is sent from here, so that your messages stay safe. Sign out, then in again. If it comes back, tell your security contact.</source>
        <translation>Le serveur lui attribue des clés qui ne sont pas les siennes. Par prudence, plus rien n’est envoyé d’ici. Déconnectez-vous, puis reconnectez-vous. Si cela se reproduit, prévenez votre correspondant sécurité.</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Se déconnecter…</translation>
    </message>
</context>
<context>
    <name>ThreadLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n repl(y/ies)</source>
        <comment>in a thread</comment>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <comment>replies of a thread</comment>
        <translation>
            <numerusform>%1, %n non lue</numerusform>
            <numerusform>%1, %n non lues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadPane</name>
    <message>
        <source>Thread</source>
        <translation>Fil de discussion</translation>
    </message>
    <message>
        <source>Back to the conversation</source>
        <translation>Retour à la conversation</translation>
    </message>
    <message>
        <source>Close the thread</source>
        <translation>Fermer le fil</translation>
    </message>
</context>
<context>
    <name>ThreadsDialog</name>
    <message>
        <source>Pinned messages</source>
        <translation>Messages épinglés</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Fils de discussion</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Auteur inconnu</translation>
    </message>
    <message numerus="yes">
        <source>%n repl(y/ies)</source>
        <comment>in a thread</comment>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is pinned here.</source>
        <translation>Aucun message épinglé ici.</translation>
    </message>
    <message>
        <source>No threads yet.</source>
        <translation>Aucun fil pour l’instant.</translation>
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
        <translation>Supprimer ce message&#x202f;?</translation>
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
        <translation>Écrire un mail&#x202f;?</translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation>Ouvrir %1&#x202f;?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>Confirm this device</source>
        <translation>Confirmer cet appareil</translation>
    </message>
    <message>
        <source>Enter the recovery code</source>
        <translation>Saisir le code de récupération</translation>
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
        <translation>%1, %2&#xa0;% envoyés</translation>
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
    <name>VerificationDialog</name>
    <message>
        <source>your other device</source>
        <translation>votre autre appareil</translation>
    </message>
    <message>
        <source>Sending the request…</source>
        <translation>Envoi de la demande…</translation>
    </message>
    <message>
        <source>Accept the request on your other device. Open Tchap there if nothing appears.</source>
        <translation>Acceptez la demande sur votre autre appareil. Ouvrez-y Tchap si rien n’apparaît.</translation>
    </message>
    <message>
        <source>Waiting for %1 to accept. Call them so that they look now.</source>
        <translation>En attente de %1. Appelez cette personne pour qu’elle regarde maintenant.</translation>
    </message>
    <message>
        <source>Preparing the symbols…</source>
        <translation>Préparation des symboles…</translation>
    </message>
    <message>
        <source>Waiting for %1 to confirm.</source>
        <translation>En attente de la confirmation par %1.</translation>
    </message>
    <message>
        <source>The device is verified</source>
        <translation>L’appareil est vérifié</translation>
    </message>
    <message>
        <source>%1 is verified</source>
        <translation>%1&#xa0;: identité vérifiée</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>Do you see the same symbols?</source>
        <translation>Voyez-vous les mêmes symboles&#x202f;?</translation>
    </message>
    <message>
        <source>Do you see the same numbers?</source>
        <translation>Voyez-vous les mêmes nombres&#x202f;?</translation>
    </message>
    <message>
        <source>Does the other device say that it worked?</source>
        <translation>L’autre appareil indique-t-il que c’est réussi&#x202f;?</translation>
    </message>
    <message>
        <source>Verify a device</source>
        <translation>Vérifier un appareil</translation>
    </message>
    <message>
        <source>Verify %1</source>
        <translation>Vérifier %1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>They match</source>
        <translation>Ils correspondent</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>They do not match</source>
        <translation>Ils diffèrent</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Another of your devices asks to be verified. Accept only when you have started this yourself.</source>
        <translation>Un autre de vos appareils demande à être vérifié. N’acceptez que si vous l’avez demandé vous-même.</translation>
    </message>
    <message>
        <source>%1 (%2) wants to verify with you. Call each other, so that you know who is there.</source>
        <translation>%1 (%2) souhaite une vérification avec vous. Appelez-vous, afin de savoir qui est là.</translation>
    </message>
    <message>
        <source>The code was scanned by %1. Answer yes only when the screen there shows that it succeeded.</source>
        <translation>Le code a été scanné par %1. Ne répondez oui que si l’écran y indique que c’est réussi.</translation>
    </message>
    <message>
        <source>Your devices trust each other, and your former messages are being unlocked.</source>
        <translation>Vos appareils se font confiance, et vos anciens messages se déverrouillent.</translation>
    </message>
    <message>
        <source>From now on you are warned when the digital identity of %1 changes.</source>
        <translation>Vous serez désormais averti si l’identité numérique de %1 change.</translation>
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
        <translation>Vos messages sur cet ordinateur sont endommagés. Le fichier a été conservé&#x202f;; connectez-vous de nouveau pour en créer un autre.</translation>
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
        <translation>Ce n’est pas l’adresse d’un serveur. Exemple&#xa0;: agent.dinum.tchap.gouv.fr</translation>
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
        <source>Not sent: the digital identity of somebody here has changed. Settle this first.</source>
        <translation>Non envoyé&#xa0;: l’identité numérique de quelqu’un ici a changé. Il faut d’abord régler cela.</translation>
    </message>
    <message>
        <source>Not sent: this device must be signed in again.</source>
        <translation>Non envoyé&#xa0;: il faut reconnecter cet appareil.</translation>
    </message>
    <message>
        <source>You asked to confirm your identities with each other</source>
        <translation>Vous avez demandé à confirmer vos identités l’un à l’autre</translation>
    </message>
    <message>
        <source>%1 asks to confirm your identities with each other</source>
        <translation>%1 vous propose de confirmer vos identités l’un à l’autre</translation>
    </message>
    <message>
        <source>Not sent: you are not allowed to write here.</source>
        <translation>Non envoyé&#xa0;: vous n’êtes pas autorisé à écrire ici.</translation>
    </message>
    <message>
        <source>Not sent: too large.</source>
        <translation>Non envoyé&#xa0;: trop volumineux.</translation>
    </message>
    <message>
        <source>Not sent: it could not be encrypted.</source>
        <translation>Non envoyé&#xa0;: le message n’a pas pu être chiffré.</translation>
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
        <translation>Fichier enregistré&#xa0;: %1</translation>
    </message>
    <message>
        <source>A file of this name is already there. Choose another name.</source>
        <translation>Un fichier de ce nom existe déjà. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>“%1” is too large to be sent.</source>
        <translation>«&#xa0;%1&#xa0;» est trop volumineux pour être envoyé.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu.</translation>
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
        <translation>Cette phrase de passe n’est pas la bonne.</translation>
    </message>
    <message>
        <source>Choose a passphrase of at least 8 characters.</source>
        <translation>Choisissez une phrase de passe d’au moins 8 caractères.</translation>
    </message>
    <message>
        <source>This is not a person&apos;s address. Example: @camille:example.fr</source>
        <translation>Ce n’est pas l’adresse d’une personne. Exemple&#xa0;: @camille:example.fr</translation>
    </message>
    <message>
        <source>This is not a room&apos;s address. Example: #projet:example.fr</source>
        <translation>Ce n’est pas l’adresse d’un salon. Exemple&#xa0;: #projet:example.fr</translation>
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
        <translation>Fichier&#xa0;: %1</translation>
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
        <translation>Vous&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>who wrote, then what</extracomment>
        <translation>%1&#xa0;: %2</translation>
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
        <translation>%1 a nommé le salon «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 removed the topic</source>
        <translation>%1 a retiré le sujet</translation>
    </message>
    <message>
        <source>%1 set the topic: %2</source>
        <translation>%1 a défini le sujet&#xa0;: %2</translation>
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
        <translation>Vous n’avez pas accès à ce message&#xa0;: il a été envoyé avant votre arrivée.</translation>
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
        <translation>Ce message a été refusé&#xa0;: son expéditeur n’a pas pu être authentifié.</translation>
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
        <source>The key of this message was shared by a member</source>
        <translation>La clé de ce message a été partagée par un membre</translation>
    </message>
    <message>
        <source>The key of this message was shared by %1</source>
        <translation>La clé de ce message a été partagée par %1</translation>
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
    <message>
        <source>This message was sent before its key was shared with this device. Restore your messages with your recovery code to read it.</source>
        <translation>Ce message a été envoyé avant que sa clé soit partagée avec cet appareil. Restaurez vos messages avec votre code de récupération pour le lire.</translation>
    </message>
    <message>
        <source>This message was sent before you signed in on this computer. Set up a recovery code on a device that can read it.</source>
        <translation>Ce message a été envoyé avant votre connexion sur cet ordinateur. Configurez un code de récupération sur un appareil qui peut le lire.</translation>
    </message>
    <message>
        <source>This message was sent before you signed in on this computer. Confirm this device to read it.</source>
        <translation>Ce message a été envoyé avant votre connexion sur cet ordinateur. Confirmez cet appareil pour le lire.</translation>
    </message>
    <message>
        <source>The sender shares messages with verified devices only. Confirm this device and have yourself verified by the sender.</source>
        <translation>L’expéditeur ne partage ses messages qu’avec les appareils vérifiés. Confirmez cet appareil et faites-vous vérifier par l’expéditeur.</translation>
    </message>
    <message>
        <source>You do not have access to this message.</source>
        <translation>Vous n’avez pas accès à ce message.</translation>
    </message>
    <message>
        <source>You do not have access to this message: it was written when the history was not shared with people who join later.</source>
        <translation>Vous n’avez pas accès à ce message&#xa0;: il a été écrit alors que l’historique n’était pas partagé avec les nouveaux membres.</translation>
    </message>
    <message>
        <source>The device that was asked does not have the key of this message any more.</source>
        <translation>L’appareil interrogé n’a plus la clé de ce message.</translation>
    </message>
    <message>
        <source>The sender’s device could not reach yours safely. Ask for the message to be sent again.</source>
        <translation>L’appareil de l’expéditeur n’a pas pu joindre le vôtre de façon sûre. Demandez un nouvel envoi du message.</translation>
    </message>
    <message>
        <source>This message was refused: it is a copy of another one.</source>
        <translation>Ce message a été refusé&#xa0;: c’est la copie d’un autre.</translation>
    </message>
    <message>
        <source>This message was refused: the sender’s digital identity has changed. Verify it again.</source>
        <translation>Ce message a été refusé&#xa0;: l’identité numérique de l’expéditeur a changé. Vérifiez-la à nouveau.</translation>
    </message>
    <message>
        <source>This message is damaged. Ask for it to be sent again.</source>
        <translation>Ce message est abîmé. Demandez un nouvel envoi.</translation>
    </message>
    <message>
        <source>This message is encrypted in a way that this program does not know. Update it, or read it on another device.</source>
        <translation>Ce message est chiffré d’une façon que ce logiciel ne connaît pas. Mettez-le à jour, ou lisez le message sur un autre appareil.</translation>
    </message>
    <message>
        <source>The sender’s digital identity has changed since it was verified</source>
        <translation>L’identité numérique de l’expéditeur a changé depuis sa vérification</translation>
    </message>
    <message>
        <source>The key has not arrived</source>
        <translation>La clé n’est pas arrivée</translation>
    </message>
    <message>
        <source>The key begins after the message</source>
        <translation>La clé commence après le message</translation>
    </message>
    <message>
        <source>Sent before you joined</source>
        <translation>Envoyés avant votre arrivée</translation>
    </message>
    <message>
        <source>Sent before this sign-in</source>
        <translation>Envoyés avant cette connexion</translation>
    </message>
    <message>
        <source>Not shared with this device</source>
        <translation>Non partagés avec cet appareil</translation>
    </message>
    <message>
        <source>Refused: not authentic</source>
        <translation>Refusés&#xa0;: non authentiques</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Abîmés</translation>
    </message>
    <message>
        <source>Unknown way of encrypting</source>
        <translation>Chiffrement inconnu</translation>
    </message>
    <message>
        <source>Other cause</source>
        <translation>Autre cause</translation>
    </message>
    <message>
        <source>This password is not the right one.</source>
        <translation>Ce mot de passe n’est pas le bon.</translation>
    </message>
    <message>
        <source>This is not the right recovery code. Check every character.</source>
        <translation>Ce n’est pas le bon code de récupération. Vérifiez chaque caractère.</translation>
    </message>
    <message>
        <source>This is not a recovery code, or a character is missing.</source>
        <translation>Ce n’est pas un code de récupération, ou il manque un caractère.</translation>
    </message>
    <message>
        <source>There is nothing to restore: no recovery code was set up.</source>
        <translation>Il n’y a rien à restaurer&#xa0;: aucun code de récupération n’a été configuré.</translation>
    </message>
    <message>
        <source>Your digital identity is on another device. Confirm this device first.</source>
        <translation>Votre identité numérique est sur un autre appareil. Confirmez d’abord cet appareil.</translation>
    </message>
    <message>
        <source>The server does not allow this here. Use the account’s web page.</source>
        <translation>Le serveur ne le permet pas ici. Utilisez la page web du compte.</translation>
    </message>
    <message>
        <source>This passphrase does not open this file.</source>
        <translation>Cette phrase de passe n’ouvre pas ce fichier.</translation>
    </message>
    <message>
        <source>This file does not hold keys of messages.</source>
        <translation>Ce fichier ne contient pas de clés de messages.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Ce fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>This file cannot be used.</source>
        <translation>Ce fichier ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>This device is already signed out.</source>
        <translation>Cet appareil est déjà déconnecté.</translation>
    </message>
    <message>
        <source>Not confirmed by its owner</source>
        <translation>Non confirmé par son propriétaire</translation>
    </message>
    <message>
        <source>Blocked: it receives no messages from here</source>
        <translation>Bloqué&#xa0;: il ne reçoit aucun message d’ici</translation>
    </message>
    <message>
        <source>Does not read encrypted messages</source>
        <translation>Ne lit pas les messages chiffrés</translation>
    </message>
    <message>
        <source>%1 · address %2</source>
        <extracomment>when, then the network address</extracomment>
        <translation>%1 · adresse %2</translation>
    </message>
    <message>
        <source>Device %1</source>
        <translation>Appareil %1</translation>
    </message>
    <message>
        <source>You cancelled the verification.</source>
        <translation>Vous avez annulé la vérification.</translation>
    </message>
    <message>
        <source>%1 cancelled the verification.</source>
        <translation>%1 a annulé la vérification.</translation>
    </message>
    <message>
        <source>Nobody answered in time. Start again when both of you are ready.</source>
        <translation>Personne n’a répondu à temps. Recommencez quand vous serez prêts tous les deux.</translation>
    </message>
    <message>
        <source>The request was answered on another device.</source>
        <translation>La demande a reçu une réponse sur un autre appareil.</translation>
    </message>
    <message>
        <source>The symbols differ: somebody may be listening. Do not send anything confidential and tell your security contact.</source>
        <translation>Les symboles diffèrent&#xa0;: quelqu’un écoute peut-être. N’envoyez rien de confidentiel et prévenez votre correspondant sécurité.</translation>
    </message>
    <message>
        <source>The keys differ from those that were expected. Nothing was verified. Tell your security contact.</source>
        <translation>Les clés ne sont pas celles attendues. Rien n’a été vérifié. Prévenez votre correspondant sécurité.</translation>
    </message>
    <message>
        <source>The two programs know no common way of verifying. Update both of them.</source>
        <translation>Les deux logiciels n’ont aucune façon commune de vérifier. Mettez-les à jour.</translation>
    </message>
    <message>
        <source>The other device answered in a way that makes no sense. Start again.</source>
        <translation>L’autre appareil a répondu de façon incompréhensible. Recommencez.</translation>
    </message>
    <message>
        <source>The verification ended before it was finished. Nothing was verified.</source>
        <translation>La vérification s’est terminée avant la fin. Rien n’a été vérifié.</translation>
    </message>
    <message>
        <source>Recovery code copied. It is removed from the clipboard in one minute.</source>
        <translation>Code de récupération copié. Il sera retiré du presse-papiers dans une minute.</translation>
    </message>
    <message>
        <source>The recovery code was removed from the clipboard.</source>
        <translation>Le code de récupération a été retiré du presse-papiers.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) saved in the file.</source>
        <translation>
            <numerusform>%n clé enregistrée dans le fichier.</numerusform>
            <numerusform>%n clés enregistrées dans le fichier.</numerusform>
        </translation>
    </message>
    <message>
        <source>All the keys of this file were already here.</source>
        <translation>Toutes les clés de ce fichier étaient déjà là.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) added.</source>
        <translation>
            <numerusform>%n clé ajoutée.</numerusform>
            <numerusform>%n clés ajoutées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) restored.</source>
        <translation>
            <numerusform>%n clé restaurée.</numerusform>
            <numerusform>%n clés restaurées.</numerusform>
        </translation>
    </message>
    <message>
        <source>No QR code was found in this picture. Take it closer and without reflections.</source>
        <translation>Aucun code QR n’a été trouvé dans cette image. Photographiez-le de plus près et sans reflets.</translation>
    </message>
    <message>
        <source>This QR code does not belong to this verification.</source>
        <translation>Ce code QR n’appartient pas à cette vérification.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) signed out.</source>
        <translation>
            <numerusform>%n appareil déconnecté.</numerusform>
            <numerusform>%n appareils déconnectés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recovery code of %1</source>
        <translation>Code de récupération de %1</translation>
    </message>
    <message>
        <source>Keep it in a safe place. Whoever has it can read your messages.</source>
        <translation>Gardez-le en lieu sûr. Quiconque le possède peut lire vos messages.</translation>
    </message>
    <message>
        <source>The verification was cancelled on the other device.</source>
        <translation>La vérification a été annulée sur l’autre appareil.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, then time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The sender’s device has not sent the key, or it is on its way. The message unlocks by itself when the key arrives.</source>
        <translation>L’appareil de l’expéditeur n’a pas envoyé la clé, ou elle est en route. Le message se déverrouille de lui-même quand elle arrive.</translation>
    </message>
    <message>
        <source>This device received a later key of the same conversation. Your recovery code or another device brings the earlier one.</source>
        <translation>Cet appareil a reçu une clé plus récente de la même conversation. Votre code de récupération ou un autre appareil apporte la précédente.</translation>
    </message>
    <message>
        <source>Who joins does not read what was written before. Nothing is to be done.</source>
        <translation>Une personne qui arrive ne lit pas ce qui a été écrit avant. Il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>Confirm this device, or set up a recovery code on a device that reads these messages.</source>
        <translation>Confirmez cet appareil, ou configurez un code de récupération sur un appareil qui lit ces messages.</translation>
    </message>
    <message>
        <source>The sender writes to verified devices only. Confirm this device, and verify each other.</source>
        <translation>L’expéditeur n’écrit qu’à des appareils vérifiés. Confirmez cet appareil et vérifiez-vous l’un l’autre.</translation>
    </message>
    <message>
        <source>The sender’s program decided so. Ask the sender.</source>
        <translation>L’application de l’expéditeur en a décidé ainsi. Adressez-vous à l’expéditeur.</translation>
    </message>
    <message>
        <source>These messages are not what they claim to be. If there are many, tell your security contact.</source>
        <translation>Ces messages ne sont pas ce qu’ils prétendent être. S’il y en a beaucoup, prévenez votre correspondant de sécurité.</translation>
    </message>
    <message>
        <source>Ask for the message to be sent again.</source>
        <translation>Demandez que le message vous soit renvoyé.</translation>
    </message>
    <message>
        <source>A newer program is needed to read them.</source>
        <translation>Il faut une version plus récente de l’application pour les lire.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Locked messages</source>
        <translation>Messages verrouillés</translation>
    </message>
    <message>
        <source>Keys of messages on this device</source>
        <translation>Clés de messages sur cet appareil</translation>
    </message>
    <message>
        <source>Of these, in the backup</source>
        <translation>Dont présentes dans la sauvegarde</translation>
    </message>
    <message>
        <source>Version of the backup</source>
        <translation>Version de la sauvegarde</translation>
    </message>
    <message>
        <source>This device trusts the backup</source>
        <translation>Sauvegarde reconnue par cet appareil</translation>
    </message>
    <message>
        <source>This device can read the backup</source>
        <translation>Sauvegarde lisible par cet appareil</translation>
    </message>
    <message>
        <source>Recovery code set up</source>
        <translation>Code de récupération configuré</translation>
    </message>
    <message>
        <source>Digital identity of the account</source>
        <translation>Identité numérique du compte</translation>
    </message>
    <message>
        <source>This device is confirmed</source>
        <translation>Cet appareil est confirmé</translation>
    </message>
    <message>
        <source>This device can confirm others</source>
        <translation>Cet appareil peut en confirmer d’autres</translation>
    </message>
    <message>
        <source>Identity replaced by somebody</source>
        <translation>Identité remplacée par quelqu’un</translation>
    </message>
    <message>
        <source>Keys are sent to</source>
        <translation>Clés envoyées</translation>
    </message>
    <message>
        <source>verified people only</source>
        <translation>aux seules personnes vérifiées</translation>
    </message>
    <message>
        <source>every confirmed device</source>
        <translation>à tous les appareils confirmés</translation>
    </message>
    <message>
        <source>Being restored</source>
        <extracomment>how many keys are restored, of how many</extracomment>
        <translation>En cours de restauration</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>State of encryption, %1 %2, %3</source>
        <extracomment>name of the program, its version, then the time</extracomment>
        <translation>État du chiffrement, %1 %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a label, then its value</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>This program may not use the camera: the system’s privacy settings forbid it. Open a picture of the code instead.</source>
        <translation>L’application n’a pas le droit d’utiliser la caméra&#xa0;: les réglages de confidentialité du système l’interdisent. Ouvrez plutôt une image du code.</translation>
    </message>
    <message>
        <source>The camera cannot be used now; another program may be using it. Open a picture of the code instead.</source>
        <translation>La caméra n’est pas utilisable pour l’instant&#x202f;; une autre application s’en sert peut-être. Ouvrez plutôt une image du code.</translation>
    </message>
    <message>
        <source>This computer has no camera. Take a picture of the code with a telephone and open it here.</source>
        <translation>Cet ordinateur n’a pas de caméra. Photographiez le code avec un téléphone et ouvrez ici l’image.</translation>
    </message>
    <message>
        <source>Digital identity changed</source>
        <translation>Identité numérique modifiée</translation>
    </message>
    <message>
        <source>Identity changed</source>
        <translation>Identité modifiée</translation>
    </message>
    <message>
        <source>Unverified device</source>
        <translation>Appareil non vérifié</translation>
    </message>
    <message>
        <source>Unknown device</source>
        <translation>Appareil inconnu</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>Authenticité incertaine</translation>
    </message>
    <message>
        <source>Sent from a device that you blocked, or by somebody whose digital identity has changed</source>
        <translation>Envoyé depuis un appareil que vous avez bloqué, ou par une personne dont l’identité numérique a changé</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>Non fiable</translation>
    </message>
    <message>
        <source>Key shared</source>
        <translation>Clé transmise</translation>
    </message>
    <message>
        <source>No messages found</source>
        <translation>Aucun message trouvé</translation>
    </message>
    <message numerus="yes">
        <source>More than %n message(s)</source>
        <translation>
            <numerusform>Plus de %n message</numerusform>
            <numerusform>Plus de %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) found</source>
        <translation>
            <numerusform>%n message trouvé</numerusform>
            <numerusform>%n messages trouvés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) fetched; %1 on this computer</source>
        <translation>
            <numerusform>%n événement récupéré&#x202f;; %1 sur cet ordinateur</numerusform>
            <numerusform>%n événements récupérés&#x202f;; %1 sur cet ordinateur</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole conversation is on this computer (%1 in all).</source>
        <translation>Toute la conversation est sur cet ordinateur (%1 en tout).</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) fetched; there is more.</source>
        <translation>
            <numerusform>%n événement récupéré&#x202f;; il en reste.</numerusform>
            <numerusform>%n événements récupérés&#x202f;; il en reste.</numerusform>
        </translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nouvelle conversation</translation>
    </message>
    <message>
        <source>Security and recovery</source>
        <translation>Sécurité et récupération</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Joindre un fichier</translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation>Apparence&#xa0;: claire</translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation>Apparence&#xa0;: sombre</translation>
    </message>
    <message>
        <source>Appearance: like the system</source>
        <translation>Apparence&#xa0;: comme le système</translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <translation>Conversation non lue suivante</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message numerus="yes">
        <source>%n repl(y/ies)</source>
        <comment>in a thread</comment>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed poll: %1</source>
        <translation>Sondage clos&#xa0;: %1</translation>
    </message>
    <message>
        <source>Poll: %1</source>
        <translation>Sondage&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>number and text of an answer</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, choisie</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>L’opération a été arrêtée.</translation>
    </message>
    <message>
        <source>Exported on %1 by %2</source>
        <extracomment>a time, and a user id</extracomment>
        <translation>Exporté le %1 par %2</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Older messages could not be fetched from the server.</source>
        <translation>Les messages plus anciens n’ont pas pu être récupérés sur le serveur.</translation>
    </message>
    <message>
        <source>The file %1 could not be fetched.</source>
        <translation>Le fichier %1 n’a pas pu être récupéré.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written…</source>
        <translation>
            <numerusform>%n message écrit…</numerusform>
            <numerusform>%n messages écrits…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older message(s) fetched…</source>
        <translation>
            <numerusform>%n message plus ancien récupéré…</numerusform>
            <numerusform>%n messages plus anciens récupérés…</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for older messages…</source>
        <translation>Recherche des messages plus anciens…</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) exported to %1.</source>
        <translation>
            <numerusform>%n message exporté dans %1.</numerusform>
            <numerusform>%n messages exportés dans %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be fetched.</source>
        <translation>
            <numerusform>%n fichier n’a pas pu être récupéré.</numerusform>
            <numerusform>%n fichiers n’ont pas pu être récupérés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file cannot be made there, or it exists already. Choose another name.</source>
        <translation>Le fichier ne peut pas être créé à cet endroit, ou il existe déjà. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>In a thread</source>
        <translation>Dans un fil</translation>
    </message>
    <message>
        <source>Reply to a message that is not here</source>
        <translation>Réponse à un message absent de ce fichier</translation>
    </message>
    <message>
        <source>Reply to %1: %2</source>
        <translation>Réponse à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>marked as unread</source>
        <translation>marqué comme non lu</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favori</translation>
    </message>
    <message>
        <source>low priority</source>
        <translation>priorité basse</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>en sourdine</translation>
    </message>
</context>
</TS>
