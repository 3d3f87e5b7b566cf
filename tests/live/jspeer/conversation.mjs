// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Threads, polls and pinned messages, as matrix-js-sdk makes and reads them.

const { PollStartEvent } = await import(
    "matrix-js-sdk/lib/extensible_events_v1/PollStartEvent.js");
const { PollResponseEvent } = await import(
    "matrix-js-sdk/lib/extensible_events_v1/PollResponseEvent.js");
const { PollEndEvent } = await import("matrix-js-sdk/lib/extensible_events_v1/PollEndEvent.js");
const { M_POLL_KIND_DISCLOSED, M_POLL_KIND_UNDISCLOSED } = await import(
    "matrix-js-sdk/lib/@types/polls.js");

export function conversationMethods(client) {
    const roomOf = (id) => {
        const found = client().getRoom(id);
        if (!found) throw new Error(`unknown room ${id}`);
        return found;
    };
    const told = (event) => ({
        eventId: event.getId(), body: event.getContent().body ?? null, type: event.getType() });

    async function reply({ roomId, rootId, body }) {
        const content = { msgtype: "m.text", body };
        return { eventId: (await client().sendMessage(roomId, rootId, content)).event_id };
    }

    async function threads({ roomId }) {
        const found = roomOf(roomId).getThreads().map(async (thread) => {
            await Promise.allSettled(thread.events.map((e) => client().decryptEventIfNeeded(e)));
            return {
                rootId: thread.id, count: thread.length, events: thread.events.map(told),
                readUpTo: thread.getReadReceiptForUserId(
                    client().getUserId(), true)?.eventId ?? null,
            };
        });
        return { threads: await Promise.all(found) };
    }

    async function readThread({ roomId, rootId }) {
        const thread = roomOf(roomId).getThread(rootId);
        await client().sendReadReceipt(thread.events.at(-1));
        return {};
    }

    async function poll({ roomId, question, answers, maxSelections = 1, disclosed = true }) {
        const kind = disclosed ? M_POLL_KIND_DISCLOSED : M_POLL_KIND_UNDISCLOSED;
        const start = PollStartEvent.from(question, answers, kind, maxSelections).serialize();
        return { eventId: (await client().sendEvent(roomId, start.type, start.content)).event_id };
    }

    async function vote({ roomId, eventId, answerIds }) {
        const made = PollResponseEvent.from(answerIds, eventId).serialize();
        return { eventId: (await client().sendEvent(roomId, made.type, made.content)).event_id };
    }

    async function closePoll({ roomId, eventId }) {
        const made = PollEndEvent.from(eventId, "The poll has ended.").serialize();
        return { eventId: (await client().sendEvent(roomId, made.type, made.content)).event_id };
    }

    async function readPoll({ roomId, eventId }) {
        const found = roomOf(roomId).polls.get(eventId);
        if (!found) throw new Error(`no poll ${eventId}`);
        const responses = await found.getResponses();
        const votes = {};
        const voters = new Set();
        for (const event of responses.getRelations().sort((a, b) => b.getTs() - a.getTs())) {
            if (voters.has(event.getSender())) continue;
            voters.add(event.getSender());
            for (const id of event.unstableExtensibleEvent?.answerIds ?? []) {
                votes[id] = (votes[id] ?? 0) + 1;
            }
        }
        return {
            question: found.pollEvent.question.text,
            answers: found.pollEvent.answers.map((each) => ({ id: each.id, text: each.text })),
            disclosed: M_POLL_KIND_DISCLOSED.matches(found.pollEvent.kind.name),
            maxSelections: found.pollEvent.maxSelections,
            votes, ended: found.isEnded,
        };
    }

    async function pin({ roomId, eventIds }) {
        await client().sendStateEvent(roomId, "m.room.pinned_events", { pinned: eventIds });
        return {};
    }

    const pins = ({ roomId }) => ({
        pinned: roomOf(roomId).currentState.getStateEvents("m.room.pinned_events", "")
            ?.getContent().pinned ?? [] });

    return { reply, threads, readThread, poll, vote, closePoll, readPoll, pin, pins };
}
