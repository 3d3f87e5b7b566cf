// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the peer does about encryption itself: identity, recovery, backup, verification.

import { readFile, writeFile } from "node:fs/promises";
import { open, seal } from "./keyfile.mjs";

export function encryptionMethods(sdk, clientOf, storage) {
    const { VerificationRequestEvent, VerifierEvent } = sdk.Crypto ?? {};
    const flows = new Map();
    const crypto = () => clientOf().getCrypto();
    const password = (word) => async (request) => {
        const user = { type: "m.id.user", user: clientOf().getUserId() };
        return request({ type: "m.login.password", identifier: user, password: word });
    };

    function follow(request) {
        const id = request.transactionId ?? `new-${flows.size}`;
        const flow = { request, verifier: null, sas: null, reciprocate: null };
        flows.set(id, flow);
        request.on("change", () => watch(flow));
        return flow;
    }

    function watch(flow) {
        const verifier = flow.request.verifier ?? flow.verifier;
        if (!verifier || verifier === flow.watched) return;
        flow.watched = flow.verifier = verifier;
        verifier.on("show_sas", (sas) => { flow.sas = sas; });
        verifier.on("show_reciprocate_qr", (qr) => { flow.reciprocate = qr; });
        flow.done = verifier.verify().then(() => "done", (error) => `failed: ${error}`);
    }

    const flowOf = (id) => {
        for (const flow of flows.values()) if (!id || flow.request.transactionId === id) {
            if (!id && [5, 6].includes(flow.request.phase)) continue;
            return flow;
        }
        throw new Error(`unknown verification ${id}`);
    };

    async function bootstrap({ password: word, passphrase }) {
        await crypto().bootstrapCrossSigning({ authUploadDeviceSigningKeys: password(word) });
        let encoded = null;
        await crypto().bootstrapSecretStorage({
            createSecretStorageKey: async () => {
                const key = await crypto().createRecoveryKeyFromPassphrase(passphrase);
                encoded = key.encodedPrivateKey;
                storage.key = key.privateKey;
                return key;
            },
            setupNewSecretStorage: true,
            setupNewKeyBackup: true,
        });
        await crypto().checkKeyBackupAndEnable();
        return { recoveryKey: encoded };
    }

    async function recover({ recoveryKey, passphrase }) {
        if (recoveryKey) {
            storage.key = sdk.Crypto?.decodeRecoveryKey?.(recoveryKey) ?? storage.decode(recoveryKey);
        } else {
            const [, info] = await clientOf().secretStorage.getKey();
            storage.key = await storage.derive(passphrase, info.passphrase.salt, info.passphrase.iterations);
        }
        await crypto().userHasCrossSigningKeys(clientOf().getUserId(), true);
        await crypto().bootstrapCrossSigning({});
        await crypto().loadSessionBackupPrivateKeyFromSecretStorage();
        await crypto().checkKeyBackupAndEnable();
        return {};
    }

    const state = (flow) => {
        watch(flow);
        return {
            flowId: flow.request.transactionId ?? null,
            phase: flow.request.phase,
            emoji: flow.sas?.sas.emoji ?? null,
            decimals: flow.sas?.sas.decimal ?? null,
            scanned: flow.reciprocate !== null,
            cancelCode: flow.request.cancellationCode ?? null,
        };
    };

    return {
        follow,
        bootstrap,
        recover,
        cryptoStatus: async () => ({
            ready: await crypto().isCrossSigningReady(),
            storage: await crypto().isSecretStorageReady(),
            backup: await crypto().getActiveSessionBackupVersion(),
        }),
        userStatus: async ({ userId }) => {
            const status = await crypto().getUserVerificationStatus(userId);
            return { verified: status.isCrossSigningVerified(), changed: status.needsUserApproval };
        },
        encryptsIn: async ({ roomId }) => ({
            encrypts: await crypto().isEncryptionEnabledInRoom(roomId) }),
        deviceStatus: async ({ userId, deviceId }) => {
            const status = await crypto().getDeviceVerificationStatus(userId, deviceId);
            return { known: status !== null, verified: status?.crossSigningVerified ?? false,
                signed: status?.signedByOwner ?? false };
        },
        resetIdentity: async ({ password: word }) => (await crypto().bootstrapCrossSigning({
            setupNewCrossSigning: true, authUploadDeviceSigningKeys: password(word) }), {}),
        restoreBackup: async () => {
            const done = await crypto().restoreKeyBackup();
            return { imported: done.imported, total: done.total };
        },
        resetBackup: async () => (await crypto().resetKeyBackup(), {}),
        exportKeys: async ({ path, passphrase }) => {
            await writeFile(path, seal(await crypto().exportRoomKeysAsJson(), passphrase));
            return {};
        },
        importKeys: async ({ path, passphrase }) => {
            await crypto().importRoomKeysAsJson(open(await readFile(path, "utf8"), passphrase));
            return {};
        },
        startDehydration: async (options) => {
            if (!await crypto().isDehydrationSupported()) throw new Error("not supported");
            await crypto().startDehydration(options);
            return {};
        },
        requestVerification: async ({ userId, deviceId, roomId }) => {
            const request = roomId
                ? await crypto().requestVerificationDM(userId, roomId)
                : deviceId ? await crypto().requestDeviceVerification(userId, deviceId)
                    : await crypto().requestOwnUserVerification();
            return state(follow(request));
        },
        verification: ({ flowId } = {}) => state(flowOf(flowId)),
        acceptVerification: async ({ flowId } = {}) => (await flowOf(flowId).request.accept(), {}),
        startSas: async ({ flowId } = {}) => {
            const flow = flowOf(flowId);
            flow.verifier = await flow.request.startVerification("m.sas.v1");
            watch(flow);
            return {};
        },
        confirmVerification: async ({ flowId } = {}) => {
            const flow = flowOf(flowId);
            if (flow.reciprocate) flow.reciprocate.confirm();
            else await flow.sas.confirm();
            return {};
        },
        mismatchVerification: async ({ flowId } = {}) => (flowOf(flowId).sas.mismatch(), {}),
        cancelVerification: async ({ flowId } = {}) => (await flowOf(flowId).request.cancel(), {}),
        qr: async ({ flowId } = {}) => {
            const bytes = await flowOf(flowId).request.generateQRCode();
            return { payload: Buffer.from(bytes).toString("base64") };
        },
        scanned: async ({ flowId, payload }) => {
            const flow = flowOf(flowId);
            flow.verifier = await flow.request.scanQRCode(
                new Uint8ClampedArray(Buffer.from(payload, "base64")));
            watch(flow);
            return {};
        },
    };
}
