<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>CaptionLine</name>
    <message numerus="yes">
        <source>Read by %n person(s)</source>
        <translation>
            <numerusform>Read by %n person</numerusform>
            <numerusform>Read by %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n person is typing…</numerusform>
            <numerusform>%n people are typing…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicesSection</name>
    <message numerus="yes">
        <source>Sign out %n device(s)</source>
        <translation>
            <numerusform>Sign out %n device</numerusform>
            <numerusform>Sign out %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentityStrip</name>
    <message numerus="yes">
        <source>The digital identity of %1 and of %n other person(s) has changed.</source>
        <translation>
            <numerusform>The digital identity of %1 and of %n other person has changed.</numerusform>
            <numerusform>The digital identity of %1 and of %n other persons has changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersDialog</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewestButton</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
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
            <numerusform>Poll closed, %n voter</numerusform>
            <numerusform>Poll closed, %n voters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voter(s)</source>
        <translation>
            <numerusform>%n voter</numerusform>
            <numerusform>%n voters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reactions</name>
    <message numerus="yes">
        <source>%1, %n person(s)</source>
        <comment>a reaction, then how many</comment>
        <translation>
            <numerusform>%1, %n person</numerusform>
            <numerusform>%1, %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomHeader</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Threads, %n unread</source>
        <translation>
            <numerusform>Threads, %n unread</numerusform>
            <numerusform>Threads, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignOutDevicesDialog</name>
    <message numerus="yes">
        <source>Sign out %n device(s)?</source>
        <translation>
            <numerusform>Sign out %n device?</numerusform>
            <numerusform>Sign out %n devices?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message numerus="yes">
        <source>%n key(s) of messages are not in your backup yet. Without them, these messages stay locked for ever.</source>
        <translation>
            <numerusform>%n key of messages is not in your backup yet. Without it, these messages stay locked for ever.</numerusform>
            <numerusform>%n keys of messages are not in your backup yet. Without them, these messages stay locked for ever.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of messages are only on this computer: no backup is running. Without them, these messages stay locked for ever.</source>
        <translation>
            <numerusform>%n key of messages is only on this computer: no backup is running. Without it, these messages stay locked for ever.</numerusform>
            <numerusform>%n keys of messages are only on this computer: no backup is running. Without them, these messages stay locked for ever.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadLine</name>
    <message numerus="yes">
        <source>%n repl(y/ies)</source>
        <comment>in a thread</comment>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <comment>replies of a thread</comment>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadsDialog</name>
    <message numerus="yes">
        <source>%n repl(y/ies)</source>
        <comment>in a thread</comment>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Words</name>
    <message numerus="yes">
        <source>Too many requests. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many requests. Try again in %n second.</numerusform>
            <numerusform>Too many requests. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n person is typing…</numerusform>
            <numerusform>%n people are typing…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <translation>
            <numerusform>%n reaction</numerusform>
            <numerusform>%n reactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) saved in the file.</source>
        <translation>
            <numerusform>%n key saved in the file.</numerusform>
            <numerusform>%n keys saved in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) added.</source>
        <translation>
            <numerusform>%n key added.</numerusform>
            <numerusform>%n keys added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) restored.</source>
        <translation>
            <numerusform>%n key restored.</numerusform>
            <numerusform>%n keys restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) signed out.</source>
        <translation>
            <numerusform>%n device signed out.</numerusform>
            <numerusform>%n devices signed out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n message(s)</source>
        <translation>
            <numerusform>More than %n message</numerusform>
            <numerusform>More than %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) found</source>
        <translation>
            <numerusform>%n message found</numerusform>
            <numerusform>%n messages found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) fetched; %1 on this computer</source>
        <translation>
            <numerusform>%n event fetched; %1 on this computer</numerusform>
            <numerusform>%n events fetched; %1 on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) fetched; there is more.</source>
        <translation>
            <numerusform>%n event fetched; there is more.</numerusform>
            <numerusform>%n events fetched; there is more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repl(y/ies)</source>
        <comment>in a thread</comment>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written…</source>
        <translation>
            <numerusform>%n message written…</numerusform>
            <numerusform>%n messages written…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older message(s) fetched…</source>
        <translation>
            <numerusform>%n older message fetched…</numerusform>
            <numerusform>%n older messages fetched…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) exported to %1.</source>
        <translation>
            <numerusform>%n message exported to %1.</numerusform>
            <numerusform>%n messages exported to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be fetched.</source>
        <translation>
            <numerusform>%n file could not be fetched.</numerusform>
            <numerusform>%n files could not be fetched.</numerusform>
        </translation>
    </message>
</context>
</TS>
