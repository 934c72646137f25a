/** The types of docs/openapi.json: written by `npm run openapi`, not by hand. */

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The process answers */
        get: operations["checkHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Catalog, index and model answer */
        get: operations["checkReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passages/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["findSimilar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Titles, concepts, speakers, sources and past queries that have the typed words, as you type */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suggest/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Forgets all past queries */
        delete: operations["forgetQueries"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["correctDocument"];
        trace?: never;
    };
    "/api/v1/documents/{id}/transcript.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readTranscript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/passages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where its passages are: for asking what is like the one at a time */
        get: operations["listPassages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/sentences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is said in a range, word by word: for cutting a clip where a sentence or a word ends */
        get: operations["listSentences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/transcript.vtt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readTranscriptVtt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/transcript.srt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readTranscriptSrt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/transcript.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readTranscriptText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The sound or video of a local source; answers Range requests */
        get: operations["readMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Documents of any kind that are about the same */
        get: operations["findRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/alignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A post beside its recording: which section and paragraph is said when */
        get: operations["readAlignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/alignment.chapters.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The sections of a post as chapters of its recording (podcast:chapters) */
        get: operations["readAlignmentChapters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concepts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listConcepts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concepts/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Concepts and what relates them, to be drawn: the best, or one and its ring */
        get: operations["readConceptGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concepts/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A slug that the concept had before answers with the concept, whose slug is in the answer */
        get: operations["readConcept"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concepts/{slug}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The documents that mention it: where each does so first, and where it says most */
        get: operations["listConceptDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concepts/{slug}/mentions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The sentence that names it, for each passage that does */
        get: operations["listMentions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}/concepts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the document is about, and who is in it */
        get: operations["readDocumentConcepts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concepts/{slug}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Makes two concepts one; answers with the one that stays */
        post: operations["mergeConcept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concepts/{slug}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Makes one of its names a concept of its own; answers with the one that it leaves */
        post: operations["splitConcept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concepts/{slug}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Changes what it is shown as; its slug and its other names stay */
        post: operations["renameConcept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/concepts/{slug}/hide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Takes it out of lists, searches and suggestions, or shows it again */
        post: operations["hideConcept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCollections"];
        put?: never;
        post: operations["addCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readCollection"];
        put?: never;
        post?: never;
        /** @description For 30 days `restore` brings it back */
        delete: operations["removeCollection"];
        options?: never;
        head?: never;
        /** @description Its title, its note, or the order of its clips */
        patch: operations["changeCollection"];
        trace?: never;
    };
    "/api/v1/collections/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Undo and redo: it becomes what it was at a version, as one more change */
        post: operations["restoreCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/clips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addClip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/clips/{clipId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readClip"];
        put?: never;
        post?: never;
        delete: operations["removeClip"];
        options?: never;
        head?: never;
        patch: operations["changeClip"];
        trace?: never;
    };
    "/api/v1/collections/{id}/export.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: quotes with links to their moments (Markdown) */
        get: operations["exportMd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.notes.md": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: show notes: moments with times, then sources (Markdown) */
        get: operations["exportNotesMd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: a table of the clips */
        get: operations["exportCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: everything, for programs */
        get: operations["exportJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.srt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: captions (SubRip) */
        get: operations["exportSrt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.vtt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: captions (WebVTT), with speakers */
        get: operations["exportVtt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.edl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: edit decision list (CMX 3600) */
        get: operations["exportEdl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.fcpxml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: project for Final Cut Pro (FCPXML 1.10) */
        get: operations["exportFcpxml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.otio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: timeline for editing programs (OpenTimelineIO) */
        get: operations["exportOtio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.soundbites.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: podcast:soundbite elements for the items of a feed */
        get: operations["exportSoundbitesXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.chapters.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: a chapter for each clip (podcast:chapters) */
        get: operations["exportChaptersJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{id}/export.cuts.sh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The clips of a collection as a file: shell script that cuts the clips with ffmpeg and joins them */
        get: operations["exportCutsSh"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description For each paragraph of a draft the passages that say, support or repeat it */
        post: operations["findReuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the library lacks: concepts on one side only, old explanations, searches in vain */
        get: operations["showCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repeats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is told in several places of the library, each group with its places */
        get: operations["listRepeats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repeats/of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where else a stretch of a document is told, and in which clips it is used already */
        get: operations["findRepeatsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSavedSearches"];
        put?: never;
        /** @description Finds what comes into the library from now on; what is in it is not new */
        post: operations["addSavedSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readSavedSearch"];
        put?: never;
        post?: never;
        delete: operations["removeSavedSearch"];
        options?: never;
        head?: never;
        patch: operations["changeSavedSearch"];
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSavedMatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Marks matches as read: all, or those up to one */
        post: operations["readSavedMatches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sends its webhook a message without matches, once; `lastDelivery` tells how it went */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-searches/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Makes another secret for its webhook, which the answer holds; the old one ends at once */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search.rss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A search as a feed (RSS 2.0) whose items are passages; answers conditional requests */
        get: operations["searchFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSources"];
        put?: never;
        /** @description Looks at what is there, unless that was just done, subscribes to it and starts its first pull */
        post: operations["addSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listIssues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Starts a pull of every source but those that are gone for good */
        post: operations["pullAllSources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pullSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Removes the source and its documents; corrections to them are kept for its return */
        delete: operations["removeSource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Says what is at a location, without subscribing to it; ends when the client leaves */
        post: operations["lookAtSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Subscribes an empty library to the bundled sample */
        post: operations["addSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Server-sent `job` events until the job ends */
        get: operations["watchJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oembed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How a document is shown in a page of another site, by its address (oEmbed 1.0) */
        get: operations["describeEmbed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Keeps the token of this server in an HttpOnly cookie of the browser */
        post: operations["openSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AddedSource: {
            source: components["schemas"]["Source"];
            job: components["schemas"]["Job"];
        };
        AlignedPart: {
            /** @description Index of the topic that it is part of */
            topic: number;
            /** @description Fragment id of its section */
            anchor: string;
            /** @description Heading of its section */
            heading: string;
            /** @description Position among the paragraphs and entries of its section, tables and code not counted */
            paragraph: number;
            /** @description Start in the section's `text`, in UTF-16 units */
            from: number;
            /** @description End in the section's `text`, exclusive */
            to: number;
            /** @description How it begins */
            text: string;
            startMs: number | null;
            endMs: number | null;
            passageId: string | null;
            offset: number | null;
            endPassageId: string | null;
            endOffset: number | null;
            confidence: number | null;
        };
        AlignedTopic: {
            /** @description The heading, or how the entry of a list begins; empty before the first heading */
            title: string;
            /** @description Fragment id of its section; empty before the first heading */
            anchor: string;
            /** @description A whole section, and not an entry of a list */
            isSection: boolean;
            startMs: number | null;
            endMs: number | null;
            passageId: string | null;
            offset: number | null;
            endPassageId: string | null;
            endOffset: number | null;
            confidence: number | null;
        };
        /** @description What of a post is said where in a recording */
        Alignment: {
            post: components["schemas"]["DocumentSummary"];
            recording: components["schemas"]["DocumentSummary"];
            /** @description What the post is about, one thing after the other; in the order of the post */
            topics: components["schemas"]["AlignedTopic"][];
            /** @description Paragraphs and entries of lists; in the order of the post */
            parts: components["schemas"]["AlignedPart"][];
            /** @description What else belongs to the document that was asked for, nearest in date first */
            others: components["schemas"]["DocumentSummary"][];
        };
        /** @description Podcasting 2.0 chapters, JSON 1.2 */
        AlignmentChapters: {
            /** @description Of the format */
            version: string;
            /** @description Of the recording */
            title: string;
            /** @description Title of its source */
            podcastName: string;
            /** @description By time */
            chapters: {
                /** @description Seconds */
                startTime: number;
                /** @description Of the section or entry of the post */
                title: string;
                /** @description Of the section on the page of the post */
                url?: string;
            }[];
        };
        Chapter: {
            /** @description Start, in ms */
            startMs: number;
            endMs: number | null;
            title: string;
            url: string | null;
        };
        Clip: {
            id: string;
            documentId: string;
            startMs: number | null;
            endMs: number | null;
            passageId: string | null;
            anchor: string | null;
            /** @description By the editor; may be empty */
            title: string;
            note: string;
            tags: string[];
            /** @description The words in its range, as they were when it was last set */
            text: string;
            speaker: string | null;
            /** @description Path of the page that plays it */
            url: string;
            /** @description Its document is no longer in the library */
            orphaned: boolean;
            document: {
                id: string;
                kind: components["schemas"]["DocumentKind"];
                title: string;
                sourceTitle: string;
                publishedAt: string | null;
                url: string | null;
                mediaUrl: string | null;
                mediaType: string | null;
                imageUrl: string | null;
                durationMs: number | null;
                timing: components["schemas"]["Timing"];
            };
            usedIn: components["schemas"]["ClipUse"][];
        };
        ClipInCollection: {
            id: string;
            documentId: string;
            startMs: number | null;
            endMs: number | null;
            passageId: string | null;
            anchor: string | null;
            /** @description By the editor; may be empty */
            title: string;
            note: string;
            tags: string[];
            /** @description The words in its range, as they were when it was last set */
            text: string;
            speaker: string | null;
            /** @description Path of the page that plays it */
            url: string;
            /** @description Its document is no longer in the library */
            orphaned: boolean;
            document: {
                id: string;
                kind: components["schemas"]["DocumentKind"];
                title: string;
                sourceTitle: string;
                publishedAt: string | null;
                url: string | null;
                mediaUrl: string | null;
                mediaType: string | null;
                imageUrl: string | null;
                durationMs: number | null;
                timing: components["schemas"]["Timing"];
            };
            usedIn: components["schemas"]["ClipUse"][];
            /** @description One more with each change; its ETag is this in quotes */
            collectionVersion: number;
        };
        /** @description Another clip that has a part of this one */
        ClipUse: {
            collectionId: string;
            collectionTitle: string;
            clipId: string;
            clipTitle: string;
        };
        Collection: {
            id: string;
            title: string;
            note: string;
            /** @description One more with each change; its ETag is this in quotes */
            version: number;
            /** @description ISO 8601, UTC */
            createdAt: string;
            /** @description ISO 8601, UTC */
            updatedAt: string;
            /** @description Length of its clips together, in ms */
            totalMs: number;
            /** @description In order */
            clips: components["schemas"]["Clip"][];
        };
        CollectionSummary: {
            id: string;
            title: string;
            note: string;
            /** @description One more with each change; its ETag is this in quotes */
            version: number;
            /** @description ISO 8601, UTC */
            createdAt: string;
            /** @description ISO 8601, UTC */
            updatedAt: string;
            /** @description Length of its clips together, in ms */
            totalMs: number;
            clipCount: number;
        };
        Concept: {
            /** @description Stays the same; never given to another concept */
            slug: string;
            name: string;
            /** @description Its other names, most used first */
            aliases: string[];
            definition: string | null;
            /** @description Passages that mention it */
            mentions: number;
            /** @description Documents that mention it */
            documents: number;
            hidden: boolean;
            /** @description What speaks for it: heading, tag, speech, … */
            origins: string[];
            /** @description Best first */
            definitions: components["schemas"]["ConceptPlace"][];
            /** @description Best first */
            analogies: components["schemas"]["ConceptPlace"][];
            firstExplained: components["schemas"]["ConceptPlace"] | null;
            bestExplained: components["schemas"]["ConceptPlace"] | null;
            firstMentioned: components["schemas"]["ConceptPlace"] | null;
            /** @description Nearest first */
            related: components["schemas"]["RelatedConcept"][];
            /** @description Best supported first */
            prerequisites: components["schemas"]["Prerequisite"][];
            /** @description Every document that mentions it, by date, undated first; `/concepts/{slug}/documents` says where */
            timeline: components["schemas"]["TimelineEntry"][];
            /** @description Papers and resources that go with its explanations */
            links: {
                title: string;
                url: string;
                /** @enum {string} */
                rel: "paper" | "video" | "companion" | "resource";
                document: {
                    id: string;
                    title: string;
                };
            }[];
        };
        ConceptDocument: {
            document: components["schemas"]["DocumentSummary"];
            /** @description Passages of it that mention the concept */
            passages: number;
            first: {
                passageId: string;
                startMs: number | null;
                jumpMs: number | null;
                anchor: string | null;
            };
            best: {
                passageId: string;
                startMs: number | null;
                jumpMs: number | null;
                anchor: string | null;
                /** @description 0 to 1: how much it says what the concept is */
                strength: number;
            };
        };
        ConceptDocuments: {
            documents: components["schemas"]["ConceptDocument"][];
            /** @description All that match */
            total: number;
            next: string | null;
        };
        ConceptGraph: {
            nodes: components["schemas"]["ConceptSummary"][];
            edges: {
                from: string;
                to: string;
                score: number;
                /** @description Passages that mention both */
                passages: number;
                reason: components["schemas"]["RelationReason"];
            }[];
        };
        ConceptList: {
            /** @description Best first */
            concepts: components["schemas"]["ConceptSummary"][];
            /** @description All that match */
            total: number;
            next: string | null;
        };
        ConceptName: {
            slug: string;
            name: string;
        };
        ConceptPlace: {
            /** @description Word for word */
            text: string;
            document: components["schemas"]["DocumentSummary"];
            endMs: number | null;
            passageId: string;
            startMs: number | null;
            jumpMs: number | null;
            anchor: string | null;
        };
        ConceptSummary: {
            /** @description Stays the same; never given to another concept */
            slug: string;
            name: string;
            /** @description Its other names, most used first */
            aliases: string[];
            definition: string | null;
            /** @description Passages that mention it */
            mentions: number;
            /** @description Documents that mention it */
            documents: number;
            /** @description Hidden by a user */
            hidden: boolean;
        };
        Coverage: {
            newestAt: string | null;
            /** @description In posts and never spoken about; written about most first */
            writtenOnly: {
                /** @description Entries of the whole list */
                total: number;
                next: string | null;
                /** @description None of a list that was not asked for */
                entries: components["schemas"]["CoveredConcept"][];
            };
            /** @description Spoken about and in no post; spoken about most first */
            spokenOnly: {
                /** @description Entries of the whole list */
                total: number;
                next: string | null;
                /** @description None of a list that was not asked for */
                entries: components["schemas"]["CoveredConcept"][];
            };
            /** @description Explained long ago and not since, yet mentioned since; explained and mentioned most first */
            explainedLongAgo: {
                /** @description Entries of the whole list */
                total: number;
                next: string | null;
                /** @description None of a list that was not asked for */
                entries: components["schemas"]["LongAgoConcept"][];
            };
            /** @description Found nothing or little; most frequent first */
            searches: {
                /** @description Entries of the whole list */
                total: number;
                next: string | null;
                /** @description None of a list that was not asked for */
                entries: components["schemas"]["SearchGroup"][];
            };
            /** @description Whether searches are kept (CUEPOINT_KEEP_QUERIES); DELETE /suggest/queries forgets them */
            searchesKept: boolean;
        };
        /** @description With the sentence that explains it, or else is most about it */
        CoveredConcept: {
            /** @description Of the concept */
            slug: string;
            /** @description Of the concept */
            name: string;
            /** @description Its other names: they count for it */
            aliases: string[];
            /** @description In what was said */
            spoken: {
                /** @description That mention it */
                documents: number;
                /** @description That mention it */
                passages: number;
                /** @description The most passages of one document */
                peak: number;
                /** @description Passages that explain it */
                explained: number;
            };
            /** @description In posts */
            written: {
                /** @description That mention it */
                documents: number;
                /** @description That mention it */
                passages: number;
                /** @description The most passages of one document */
                peak: number;
                /** @description Passages that explain it */
                explained: number;
            };
            moment: components["schemas"]["ConceptPlace"] | null;
        };
        Cue: {
            startMs: number | null;
            endMs: number | null;
            speaker: string | null;
            text: string;
            /** @description The time was estimated inside a longer published cue */
            interpolated: boolean;
            ad: boolean;
            adReason: string | null;
        };
        Document: {
            id: string;
            kind: components["schemas"]["DocumentKind"];
            title: string;
            sourceId: string;
            sourceTitle: string;
            publishedAt: string | null;
            durationMs: number | null;
            url: string | null;
            mediaUrl: string | null;
            mediaType: string | null;
            imageUrl: string | null;
            language: string | null;
            timing: components["schemas"]["Timing"];
            /** @description Why the times are not exact, in words; empty when they are */
            timingReason: string;
            /** @description Plain text of the show notes */
            description: string;
            /** @enum {string} */
            status: "present" | "withdrawn";
            people: {
                name: string;
                role: string;
            }[];
            tags: string[];
            series: {
                title: string;
                part: number | null;
            } | null;
            links: components["schemas"]["Link"][];
            chapters: components["schemas"]["Chapter"][];
            /** @description Of a post; for sound and video at most the show notes */
            sections: components["schemas"]["Section"][];
            /** @description Stretches that the publisher marked as worth hearing */
            soundbites: {
                /** @description Start, in ms */
                startMs: number;
                /** @description End, exclusive, in ms */
                endMs: number;
                title: string;
            }[];
            /** @description Posts that belong to this recording, or recordings that belong to this post */
            companions: components["schemas"]["DocumentSummary"][];
            previous: components["schemas"]["DocumentStep"] | null;
            next: components["schemas"]["DocumentStep"] | null;
            rating: {
                /** @description On the publisher's scale */
                value: number;
                count: number | null;
            } | null;
            /** @description Further addresses of the same document */
            otherUrls: string[];
            transcriptOrigin: ("published" | "machine") | null;
            corrections: {
                /** @description Already added to every time in this answer */
                offsetMs: number;
                /** @description Published name → shown name */
                speakers: {
                    [key: string]: string;
                };
                adOverrides: {
                    /** @description Start, in ms */
                    startMs: number;
                    /** @description End, in ms */
                    endMs: number;
                    ad: boolean;
                }[];
            };
        };
        DocumentConcepts: {
            documentId: string;
            /** @description Those that the document is most about first */
            concepts: {
                /** @description Stays the same; never given to another concept */
                slug: string;
                name: string;
                /** @description Its other names, most used first */
                aliases: string[];
                definition: string | null;
                /** @description Passages that mention it */
                mentions: number;
                /** @description Documents that mention it */
                documents: number;
                /** @description The document says what it is */
                explained: boolean;
                /** @description Passages of this document that mention it, in order */
                places: {
                    passageId: string;
                    startMs: number | null;
                }[];
            }[];
            people: {
                name: string;
                /** @enum {string} */
                role: "host" | "guest" | "author" | "speaker" | "mentioned";
                /** @description Times named, or sentences spoken */
                count: number;
            }[];
        };
        /** @description Without withdrawn ones */
        DocumentCounts: {
            episode: number;
            short: number;
            post: number;
        };
        /** @enum {string} */
        DocumentKind: "episode" | "short" | "post";
        DocumentList: {
            documents: components["schemas"]["ListedDocument"][];
            total: number;
            next: string | null;
        };
        /** @description Fields that are left out stay as they are */
        DocumentPatch: {
            /** @description Added to every published time; shorter than the document */
            offsetMs?: number;
            /** @description Published name → shown name. Replaces all names that were given before */
            speakers?: {
                [key: string]: string;
            };
            /** @description In published times, before `offsetMs`; a later one wins. Replaces all that were given before */
            adOverrides?: {
                /** @description Start, in ms */
                startMs: number;
                /** @description End, in ms */
                endMs: number;
                ad: boolean;
            }[];
        };
        DocumentStep: {
            id: string;
            title: string;
        };
        DocumentSummary: {
            id: string;
            kind: components["schemas"]["DocumentKind"];
            title: string;
            sourceId: string;
            sourceTitle: string;
            publishedAt: string | null;
            durationMs: number | null;
            url: string | null;
            mediaUrl: string | null;
            mediaType: string | null;
            imageUrl: string | null;
            language: string | null;
            timing: components["schemas"]["Timing"];
            /** @description Why the times are not exact, in words; empty when they are */
            timingReason: string;
        };
        /** @description What went wrong */
        ErrorBody: {
            statusCode: number;
            /** @description One of docs/errors.md */
            code: string;
            /** @description The HTTP reason phrase */
            error: string;
            /** @description What was wrong, with the value, and what to do */
            message: string;
        };
        FoundRepeat: {
            kind: components["schemas"]["RepeatKind"];
            /** @description How like the stretch, 0 to 1 */
            likeness: number;
            /** @description In its own post or recording */
            companion: boolean;
            place: components["schemas"]["RepeatPlace"];
            /** @description Clips that hold this place */
            clips: components["schemas"]["RepeatingClip"][];
        };
        Hit: {
            passageId: string;
            startMs: number | null;
            endMs: number | null;
            jumpMs: number | null;
            anchor: string | null;
            text: string;
            /** @description Larger is better; comparable within one answer only */
            score: number;
            document: {
                id: string;
                kind: components["schemas"]["DocumentKind"];
                title: string;
                sourceTitle: string;
                publishedAt: string | null;
                url: string | null;
                mediaUrl: string | null;
                mediaType: string | null;
                imageUrl: string | null;
                durationMs: number | null;
                timing: components["schemas"]["Timing"];
            };
            speaker: string | null;
            chapter: string | null;
            /** @description The sentence before the passage; may be empty */
            before: string;
            /** @description The sentence after the passage; may be empty */
            after: string;
            /** @description Half-open ranges of `text` that match words of the query, in UTF-16 units, in order */
            highlights: [
                number,
                number
            ][];
            /** @description The sentence of `text` that answers best, half-open, in UTF-16 units */
            best: [
                number,
                number
            ];
            /** @description Path of the page that plays or shows it */
            url: string;
            /** @description Passages of the same moment, and repeats of it elsewhere, best first */
            more: {
                passageId: string;
                startMs: number | null;
                endMs: number | null;
                jumpMs: number | null;
                anchor: string | null;
                text: string;
                /** @description Set where it is another document, which says nearly the same words */
                documentId?: string;
                /** @description Title of that document */
                documentTitle?: string;
            }[];
            /** @description What the passage is most about; at most 4 */
            concepts: components["schemas"]["ConceptName"][];
        };
        Issue: {
            code: string;
            /** @description The item, file or line */
            where: string;
            message: string;
        };
        IssueCount: {
            code: string;
            count: number;
        };
        IssueList: {
            /** @description Of the latest pull that ended well; at most 500 */
            issues: components["schemas"]["Issue"][];
        };
        Job: {
            id: string;
            sourceId: string;
            /** @enum {string} */
            status: "queued" | "running" | "done" | "failed";
            /** @description What is being done, in words */
            step: string;
            documentsDone: number;
            documentsTotal: number | null;
            passagesEmbedded: number;
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
            error: {
                code: string;
                message: string;
            } | null;
            report: components["schemas"]["JobReport"] | null;
            /** @description At most 500; in lists of sources at most 20 */
            issues: components["schemas"]["Issue"][];
        };
        /** @description What a pull that ended well did to the library, in documents */
        JobReport: {
            added: number;
            changed: number;
            unchanged: number;
            /** @description Their publisher took them away */
            withdrawn: number;
            /** @description Another source has them, which keeps them */
            elsewhere: number;
        };
        /** @description The source of the library that is the same */
        KnownSource: {
            id: string;
            title: string;
        };
        Link: {
            title: string;
            url: string;
            /** @enum {string} */
            rel: "paper" | "video" | "companion" | "resource";
        };
        ListedDocument: {
            id: string;
            kind: components["schemas"]["DocumentKind"];
            title: string;
            sourceId: string;
            sourceTitle: string;
            publishedAt: string | null;
            durationMs: number | null;
            url: string | null;
            mediaUrl: string | null;
            mediaType: string | null;
            imageUrl: string | null;
            language: string | null;
            timing: components["schemas"]["Timing"];
            /** @description Why the times are not exact, in words; empty when they are */
            timingReason: string;
            /** @description There are cues; never for posts */
            hasTranscript: boolean;
        };
        /** @description With the first explanation and the last */
        LongAgoConcept: {
            /** @description Of the concept */
            slug: string;
            /** @description Of the concept */
            name: string;
            /** @description Its other names: they count for it */
            aliases: string[];
            /** @description In what was said */
            spoken: {
                /** @description That mention it */
                documents: number;
                /** @description That mention it */
                passages: number;
                /** @description The most passages of one document */
                peak: number;
                /** @description Passages that explain it */
                explained: number;
            };
            /** @description In posts */
            written: {
                /** @description That mention it */
                documents: number;
                /** @description That mention it */
                passages: number;
                /** @description The most passages of one document */
                peak: number;
                /** @description Passages that explain it */
                explained: number;
            };
            firstExplainedAt: string | null;
            lastExplainedAt: string | null;
            /** @description After the last document that explains it */
            since: {
                /** @description That mention it since */
                documents: number;
                /** @description That mention it since */
                passages: number;
            };
            first: components["schemas"]["ConceptPlace"] | null;
            last: components["schemas"]["ConceptPlace"] | null;
        };
        Mention: {
            /** @description Word for word */
            text: string;
            document: components["schemas"]["DocumentSummary"];
            endMs: number | null;
            passageId: string;
            startMs: number | null;
            jumpMs: number | null;
            anchor: string | null;
            /** @description 0 to 1: how much it says what the concept is */
            strength: number;
        };
        MentionList: {
            /** @description By date of the document, then by time */
            mentions: components["schemas"]["Mention"][];
            next: string | null;
        };
        NewSavedSearch: {
            /** @description What the desk calls it */
            name?: string;
            /** @description In the query language */
            query: string;
            mode?: components["schemas"]["SearchMode"];
            filters?: components["schemas"]["SavedFilters"];
            /** @description Told of new matches (docs/webhooks.md); null for none */
            webhook?: components["schemas"]["NewWebhook"] | null;
        };
        NewWebhook: {
            /** @description Where to POST to; the address as it was shown stands for the one that is kept */
            url: string;
            /** @description `whsec_` and 24 to 64 bytes in base64; made here when it is left out */
            secret?: string;
        };
        /** @description As in the specification of oEmbed 1.0 */
        Oembed: {
            /** @enum {string} */
            version: "1.0";
            /** @enum {string} */
            type: "rich" | "video";
            title: string;
            /** @description The show */
            author_name: string;
            provider_name: string;
            provider_url: string;
            /** @description In seconds */
            cache_age: number;
            /** @description A frame to put into a page; what is in it is escaped */
            html: string;
            /** @description In CSS pixels */
            width: number;
            /** @description In CSS pixels */
            height: number;
        };
        PassageList: {
            documentId: string;
            /** @description In order; a pull may replace them */
            passages: {
                passageId: string;
                startMs: number | null;
                endMs: number | null;
                anchor: string | null;
                ad: boolean;
            }[];
        };
        Prerequisite: {
            slug: string;
            name: string;
            definition: string | null;
            /** @description Explanations that use it */
            support: number;
            /** @description Passages that explain the one by the other */
            evidence: components["schemas"]["ConceptPlace"][];
        };
        PullAll: {
            jobs: components["schemas"]["Job"][];
        };
        ReadMatches: {
            /** @description `number` of the newest match that was read; all without */
            upTo?: number;
        };
        RelatedConcept: {
            slug: string;
            name: string;
            /** @description Its other names, most used first */
            aliases: string[];
            definition: string | null;
            /** @description 0 to 1, larger is nearer */
            score: number;
            reason: components["schemas"]["RelationReason"];
            /** @description Passages that mention both */
            passages: number;
            example: {
                /** @description Word for word */
                text: string;
                /** DocumentSummary */
                document: {
                    id: string;
                    /** DocumentKind */
                    kind: "episode" | "short" | "post";
                    title: string;
                    sourceId: string;
                    sourceTitle: string;
                    publishedAt: string | null;
                    durationMs: number | null;
                    url: string | null;
                    mediaUrl: string | null;
                    mediaType: string | null;
                    imageUrl: string | null;
                    language: string | null;
                    /**
                     * Timing
                     * @description How far the times of the document can be trusted
                     */
                    timing: "exact" | "approximate" | "unknown";
                    /** @description Why the times are not exact, in words; empty when they are */
                    timingReason: string;
                };
                endMs: number | null;
                passageId: string;
                startMs: number | null;
                jumpMs: number | null;
                anchor: string | null;
            } | null;
        };
        /** @description A document with the passage of it that is nearest to one of the document asked about */
        RelatedHit: {
            passageId: string;
            startMs: number | null;
            endMs: number | null;
            jumpMs: number | null;
            anchor: string | null;
            text: string;
            /** @description Larger is better; comparable within one answer only */
            score: number;
            document: {
                id: string;
                kind: components["schemas"]["DocumentKind"];
                title: string;
                sourceTitle: string;
                publishedAt: string | null;
                url: string | null;
                mediaUrl: string | null;
                mediaType: string | null;
                imageUrl: string | null;
                durationMs: number | null;
                timing: components["schemas"]["Timing"];
            };
            speaker: string | null;
            chapter: string | null;
            /** @description The sentence before the passage; may be empty */
            before: string;
            /** @description The sentence after the passage; may be empty */
            after: string;
            /** @description Half-open ranges of `text` that match words of the query, in UTF-16 units, in order */
            highlights: [
                number,
                number
            ][];
            /** @description The sentence of `text` that answers best, half-open, in UTF-16 units */
            best: [
                number,
                number
            ];
            /** @description Path of the page that plays or shows it */
            url: string;
            /** @description Passages of the same moment, and repeats of it elsewhere, best first */
            more: {
                passageId: string;
                startMs: number | null;
                endMs: number | null;
                jumpMs: number | null;
                anchor: string | null;
                text: string;
                /** @description Set where it is another document, which says nearly the same words */
                documentId?: string;
                /** @description Title of that document */
                documentTitle?: string;
            }[];
            /** @description What both documents are about; at most 5 */
            concepts: components["schemas"]["ConceptName"][];
            /** @description A post about this recording, or a recording of this post */
            companion: boolean;
            /** @description What the document asked about says there: why it is related */
            from: {
                passageId: string;
                startMs: number | null;
                endMs: number | null;
                jumpMs: number | null;
                anchor: string | null;
                text: string;
            };
        };
        RelatedHits: {
            documentId: string;
            /** @description A document once; companions first, then best first */
            hits: components["schemas"]["RelatedHit"][];
        };
        /**
         * @description Said in the same passages, explained in the same post, or alike in meaning
         * @enum {string}
         */
        RelationReason: "together" | "post" | "meaning";
        RepeatGroup: {
            kind: components["schemas"]["RepeatKind"];
            /** @description The same as post and recording, or one recording in two places */
            companion: boolean;
            /** @description Frames document after document: greetings, thanks, announcements */
            template: boolean;
            /** @description Of very many only the first are listed */
            placeCount: number;
            places: components["schemas"]["RepeatedPlace"][];
        };
        /**
         * @description In the same words, a few changed; or the same in other words
         * @enum {string}
         */
        RepeatKind: "verbatim" | "reworded";
        RepeatList: {
            /** @description Most useful first */
            groups: components["schemas"]["RepeatGroup"][];
            total: number;
            next: string | null;
            /** @description False while the library is being looked through again: this is what was found before */
            upToDate: boolean;
        };
        RepeatPlace: {
            document: components["schemas"]["DocumentSummary"];
            /** @description The passage that it begins in */
            passageId: string;
            startMs: number | null;
            endMs: number | null;
            jumpMs: number | null;
            anchor: string | null;
            chapter: string | null;
            speaker: string | null;
            /** @description Its words; of a long place the beginning */
            text: string;
            /** @description Path of the page that opens it */
            url: string;
        };
        RepeatedPlace: {
            document: components["schemas"]["DocumentSummary"];
            /** @description The passage that it begins in */
            passageId: string;
            startMs: number | null;
            endMs: number | null;
            jumpMs: number | null;
            anchor: string | null;
            chapter: string | null;
            speaker: string | null;
            /** @description Its words; of a long place the beginning */
            text: string;
            /** @description Path of the page that opens it */
            url: string;
            /** @description How like the first place, which has 1, 0 to 1 */
            likeness: number;
        };
        RepeatingClip: {
            collectionId: string;
            collectionTitle: string;
            clipId: string;
            /** @description By the editor; may be empty */
            clipTitle: string;
        };
        RepeatsOf: {
            /** @description Those that clips hold first, then by likeness */
            repeats: components["schemas"]["FoundRepeat"][];
            /** @description Clips that hold the stretch itself, or half of it */
            clips: components["schemas"]["RepeatingClip"][];
            /** @description False until the library was looked through once: only the same words are found */
            reworded: boolean;
        };
        ReusablePassage: {
            passageId: string;
            startMs: number | null;
            endMs: number | null;
            jumpMs: number | null;
            anchor: string | null;
            text: string;
            /** @description Larger is better; comparable within one answer only */
            score: number;
            document: {
                id: string;
                kind: components["schemas"]["DocumentKind"];
                title: string;
                sourceTitle: string;
                publishedAt: string | null;
                url: string | null;
                mediaUrl: string | null;
                mediaType: string | null;
                imageUrl: string | null;
                durationMs: number | null;
                timing: components["schemas"]["Timing"];
            };
            speaker: string | null;
            chapter: string | null;
            /** @description The sentence before the passage; may be empty */
            before: string;
            /** @description The sentence after the passage; may be empty */
            after: string;
            /** @description Half-open ranges of `text` that match words of the query, in UTF-16 units, in order */
            highlights: [
                number,
                number
            ][];
            /** @description The sentence of `text` that answers best, half-open, in UTF-16 units */
            best: [
                number,
                number
            ];
            /** @description Path of the page that plays or shows it */
            url: string;
            /** @description Passages of the same moment, and repeats of it elsewhere, best first */
            more: {
                passageId: string;
                startMs: number | null;
                endMs: number | null;
                jumpMs: number | null;
                anchor: string | null;
                text: string;
                /** @description Set where it is another document, which says nearly the same words */
                documentId?: string;
                /** @description Title of that document */
                documentTitle?: string;
            }[];
            /**
             * @description repeats: a sentence of the paragraph in nearly the same words; says: the same claim in other words; supports: on the same matter
             * @enum {string}
             */
            relation: "repeats" | "says" | "supports";
            /** @description Where the passage was used already */
            usedIn: {
                /** @description A clip each, in the order of collections and clips */
                clips: {
                    /** @description Of the collection that holds the clip */
                    collectionId: string;
                    /** @description Its title */
                    collectionTitle: string;
                    /** @description Of a clip that overlaps the passage */
                    clipId: string;
                    /** @description By the editor; may be empty */
                    clipTitle: string;
                }[];
                /** @description Posts about the recording, or recordings of the post, oldest first */
                companions: {
                    /** @description Of the document */
                    id: string;
                    kind: components["schemas"]["DocumentKind"];
                    /** @description Of the document */
                    title: string;
                    url: string | null;
                }[];
            };
        };
        Reuse: {
            /** @description In the order of the draft; headings, code and tables are none, short ones are joined */
            paragraphs: {
                /** @description Where the paragraph begins in the draft, in UTF-16 units */
                from: number;
                /** @description Where it ends, exclusive */
                to: number;
                heading: string | null;
                /** @description What it says, without marks */
                text: string;
                /** @description Best first; empty when nothing in the library is near enough */
                matches: components["schemas"]["ReusablePassage"][];
            }[];
            /** @description Paragraphs of the whole draft */
            total: number;
            next: string | null;
            /** @description A retriever did not answer; the matches come from the others */
            degraded: boolean;
            /** @description How long it took, in ms */
            tookMs: number;
        };
        ReuseRequest: {
            /** @description A post, script or newsletter in plain text or Markdown; nothing in it is an operator */
            draft: string;
            /**
             * @description Passages for a paragraph
             * @default 5
             */
            k: number;
            /**
             * @description Paragraphs an answer
             * @default 20
             */
            limit: number;
            /** @description `next` of the answer before, with the same draft */
            cursor?: string;
            kind?: components["schemas"]["DocumentKind"];
            /** @description A source id */
            source?: string;
            /** @description A name or a part of it */
            speaker?: string;
            /** @description Published on or after: YYYY[-MM[-DD]] */
            after?: string;
            /** @description Published before: YYYY[-MM[-DD]] */
            before?: string;
            /** @description Primary language subtag; a document that declares none is read as English, and is `en` */
            lang?: string;
            /** @default false */
            includeAds: boolean;
        };
        SampleAdded: {
            /** @description False: the library has sources already */
            added: boolean;
        };
        /** @description As the parameters of /search */
        SavedFilters: {
            kind?: components["schemas"]["DocumentKind"];
            /** @description A source id */
            source?: string;
            /** @description A name or a part of it */
            speaker?: string;
            /** @description Published on or after: YYYY[-MM[-DD]] */
            after?: string;
            /** @description Published before: YYYY[-MM[-DD]] */
            before?: string;
            /** @description Primary language subtag; a document that declares none is read as English, and is `en` */
            lang?: string;
            /** @description Find advertisements too; false by default */
            includeAds?: boolean;
        };
        SavedMatch: {
            /** @description Larger is newer; for marking all up to it as read */
            number: number;
            /** @description ISO 8601, UTC */
            foundAt: string;
            read: boolean;
            hit: components["schemas"]["Hit"];
        };
        SavedMatches: {
            /** @description Unread first, then newest first */
            matches: components["schemas"]["SavedMatch"][];
            next: string | null;
        };
        SavedSearch: {
            id: string;
            name: string;
            query: string;
            mode: components["schemas"]["SearchMode"];
            filters: components["schemas"]["SavedFilters"];
            /** @description ISO 8601, UTC */
            createdAt: string;
            /** @description Matches that nobody read */
            unread: number;
            /** @description Matches that are kept; the newest 1,000 */
            matches: number;
            lastMatchAt: string | null;
            webhook: components["schemas"]["Webhook"] | null;
        };
        SavedSearchList: {
            /** @description Oldest first */
            savedSearches: components["schemas"]["SavedSearch"][];
        };
        /** @description What is given changes; another query, mode or filter begins anew, without the old matches */
        SavedSearchPatch: {
            /** @description What the desk calls it */
            name?: string;
            /** @description In the query language */
            query?: string;
            mode?: components["schemas"]["SearchMode"];
            filters?: components["schemas"]["SavedFilters"];
            /** @description Told of new matches (docs/webhooks.md); null for none */
            webhook?: components["schemas"]["NewWebhook"] | null;
        };
        /** @description Searches for the same, by their words or their meaning */
        SearchGroup: {
            /** @description The most frequent of them, as typed last */
            text: string;
            /** @description How often they were asked, together */
            times: number;
            /** @description ISO 8601 */
            lastAt: string;
            /** @description The most passages that fitted one of them well, less than 3 */
            foundWell: number;
            /** @description Most frequent first */
            queries: {
                /** @description As typed last */
                text: string;
                /** @description How often it was asked */
                times: number;
                /** @description ISO 8601 */
                lastAt: string;
            }[];
        };
        /** @enum {string} */
        SearchMode: "hybrid" | "lexical" | "dense";
        SearchResult: {
            query: string;
            mode: components["schemas"]["SearchMode"];
            tookMs: number;
            /** @description A retriever did not answer; the hits come from the others */
            degraded: boolean;
            /** @description Hits that can be paged through */
            total: number;
            next: string | null;
            facets: {
                /** @description Most frequent first */
                kind: {
                    value: string;
                    label: string;
                    count: number;
                }[];
                /** @description Most frequent first */
                source: {
                    value: string;
                    label: string;
                    count: number;
                }[];
                /** @description Most frequent first */
                speaker: {
                    value: string;
                    label: string;
                    count: number;
                }[];
                /** @description Most frequent first */
                year: {
                    value: string;
                    label: string;
                    count: number;
                }[];
            };
            didYouMean: string | null;
            searchedFor: string | null;
            /** @description The hits are the nearest in meaning, since no passage that the filters leave has any of the words */
            byMeaning: boolean;
            /** @description What of the query was more than words, as typed */
            understood: {
                /** @description speaker, source, kind, after, before, lang, in, phrase or without */
                name: string;
                value: string;
            }[];
            hits: components["schemas"]["Hit"][];
            /** @description What the query names, then what its best hits are about; at most 8. Empty after the first page */
            concepts: {
                slug: string;
                name: string;
                definition: string | null;
            }[];
            answer: {
                sentences: {
                    text: string;
                    documentId: string;
                    /** @description Of one of the first ten hits, or of its further moments */
                    passageId: string;
                    speaker: string | null;
                    startMs: number | null;
                }[];
            } | null;
        };
        Section: {
            anchor: string;
            heading: string;
            level: number;
            /** @description Plain text; paragraphs are separated by a blank line */
            text: string;
            /** @description Its block quotes, which `text` holds too */
            quotes: string[];
            links: components["schemas"]["Link"][];
        };
        SimilarHits: {
            passageId: string;
            hits: components["schemas"]["Hit"][];
        };
        Source: {
            id: string;
            /** @enum {unknown} */
            kind: "feed" | "youtube" | "posts" | "transcripts" | "folder";
            /** @description Address without passwords and tokens, or path on the machine of the server */
            location: string;
            title: string;
            url: string | null;
            imageUrl: string | null;
            language: string | null;
            addedAt: string;
            pulledAt: string | null;
            goneAt: string | null;
            /** @description How many it has in the library, withdrawn ones too */
            documents: number;
            kinds: components["schemas"]["DocumentCounts"];
            /** @description Documents that their publisher took away */
            withdrawn: number;
            /** @description Hours of sound and video, rounded to a tenth */
            hours: number;
            /** @description Episodes and shorts without one */
            withoutTranscript: number;
            /** @description Of the latest pull that ended well, most first */
            issues: components["schemas"]["IssueCount"][];
            nextPullAt: string | null;
            job: components["schemas"]["Job"] | null;
        };
        SourceList: {
            sources: components["schemas"]["Source"][];
            pulls: {
                everyMs: number | null;
                /** @description Local sources are pulled when they change */
                watches: boolean;
            };
        };
        SourcePreview: {
            /** @description Where it would be pulled from, without passwords and tokens */
            location: string;
            /** @enum {unknown} */
            kind: "feed" | "youtube" | "posts" | "transcripts" | "folder";
            title: string;
            url: string | null;
            language: string | null;
            known: components["schemas"]["KnownSource"] | null;
            documents: components["schemas"]["DocumentCounts"];
            /** @description Episodes and shorts that hold a transcript or name one */
            withTranscript: number;
            oldestAt: string | null;
            newestAt: string | null;
            /** @description Titles to recognise it by, newest first */
            newest: {
                kind: components["schemas"]["DocumentKind"];
                title: string;
                publishedAt: string | null;
                durationMs: number | null;
                /** @description It holds a transcript or names one */
                hasTranscript: boolean;
            }[];
            /** @description What of it cannot be read, the first few */
            issues: components["schemas"]["Issue"][];
            issueCount: number;
        };
        SpokenSentence: {
            /** @description Start, corrected, in ms */
            startMs: number;
            /** @description End, exclusive, in ms */
            endMs: number;
            speaker: string | null;
            words: {
                /** @description Start, corrected, in ms */
                startMs: number;
                /** @description End, exclusive, in ms */
                endMs: number;
                /** @description With the space that follows it */
                text: string;
            }[];
        };
        Status: {
            version: string;
            documents: {
                episode: number;
                short: number;
                post: number;
            };
            passages: number;
            /** @description Hours of sound and video, rounded to a tenth */
            hours: number;
            sources: number;
            /** @description Of the latest pull of each source */
            issues: number;
            withoutTranscript: number;
            index: {
                engine: string;
                passages: number;
                vectors: number;
                sizeBytes: number;
                /** @description Changes of the catalog that the index has not followed yet */
                behind: number;
            };
            model: string;
            /** @description Queued and running */
            jobs: components["schemas"]["Job"][];
            /** @description Questions that this library can answer */
            examples: string[];
        };
        Suggestions: {
            /** @description As asked */
            query: string;
            /** @description Texts that begin with what was typed first, the kinds balanced */
            suggestions: {
                /** @enum {string} */
                kind: "title" | "concept" | "speaker" | "source" | "query";
                text: string;
                /** @description Of a title */
                documentId?: string;
                /** @description Of a concept */
                slug?: string;
                /** @description Of a source */
                sourceId?: string;
                /** @description Half-open ranges of `text` that were typed, in UTF-16 units, in order; empty where another name of a concept was */
                ranges: [
                    number,
                    number
                ][];
            }[];
        };
        TimelineEntry: {
            /** @description For `/documents/{id}` and `/concepts/{slug}/documents?document=` */
            documentId: string;
            kind: components["schemas"]["DocumentKind"];
            /** @description Of the document */
            title: string;
            publishedAt: string | null;
            /** @description Passages of it that mention the concept */
            passages: number;
            /** @description 0 to 1: how much its best passage says what the concept is */
            strength: number;
        };
        /**
         * @description How far the times of the document can be trusted
         * @enum {string}
         */
        Timing: "exact" | "approximate" | "unknown";
        Transcript: {
            documentId: string;
            timing: components["schemas"]["Timing"];
            cues: components["schemas"]["Cue"][];
        };
        Webhook: {
            /** @description Without what opens it */
            url: string;
            /** @description False after its receiver was gone; setting it again switches it on */
            active: boolean;
            /** @description Only in the answer to what made it: it is not shown again */
            secret?: string;
            lastDelivery: components["schemas"]["WebhookDelivery"] | null;
        };
        WebhookDelivery: {
            at: string | null;
            /**
             * @description `waiting`: to be sent, or to be sent again
             * @enum {string}
             */
            status: "waiting" | "delivered" | "failed";
            attempts: number;
            httpStatus: number | null;
            error: string | null;
            nextTryAt: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AddedSource = components['schemas']['AddedSource'];
export type AlignedPart = components['schemas']['AlignedPart'];
export type AlignedTopic = components['schemas']['AlignedTopic'];
export type Alignment = components['schemas']['Alignment'];
export type AlignmentChapters = components['schemas']['AlignmentChapters'];
export type Chapter = components['schemas']['Chapter'];
export type Clip = components['schemas']['Clip'];
export type ClipInCollection = components['schemas']['ClipInCollection'];
export type ClipUse = components['schemas']['ClipUse'];
export type Collection = components['schemas']['Collection'];
export type CollectionSummary = components['schemas']['CollectionSummary'];
export type Concept = components['schemas']['Concept'];
export type ConceptDocument = components['schemas']['ConceptDocument'];
export type ConceptDocuments = components['schemas']['ConceptDocuments'];
export type ConceptGraph = components['schemas']['ConceptGraph'];
export type ConceptList = components['schemas']['ConceptList'];
export type ConceptName = components['schemas']['ConceptName'];
export type ConceptPlace = components['schemas']['ConceptPlace'];
export type ConceptSummary = components['schemas']['ConceptSummary'];
export type Coverage = components['schemas']['Coverage'];
export type CoveredConcept = components['schemas']['CoveredConcept'];
export type Cue = components['schemas']['Cue'];
export type Document = components['schemas']['Document'];
export type DocumentConcepts = components['schemas']['DocumentConcepts'];
export type DocumentCounts = components['schemas']['DocumentCounts'];
export type DocumentKind = components['schemas']['DocumentKind'];
export type DocumentList = components['schemas']['DocumentList'];
export type DocumentPatch = components['schemas']['DocumentPatch'];
export type DocumentStep = components['schemas']['DocumentStep'];
export type DocumentSummary = components['schemas']['DocumentSummary'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type FoundRepeat = components['schemas']['FoundRepeat'];
export type Hit = components['schemas']['Hit'];
export type Issue = components['schemas']['Issue'];
export type IssueCount = components['schemas']['IssueCount'];
export type IssueList = components['schemas']['IssueList'];
export type Job = components['schemas']['Job'];
export type JobReport = components['schemas']['JobReport'];
export type KnownSource = components['schemas']['KnownSource'];
export type Link = components['schemas']['Link'];
export type ListedDocument = components['schemas']['ListedDocument'];
export type LongAgoConcept = components['schemas']['LongAgoConcept'];
export type Mention = components['schemas']['Mention'];
export type MentionList = components['schemas']['MentionList'];
export type NewSavedSearch = components['schemas']['NewSavedSearch'];
export type NewWebhook = components['schemas']['NewWebhook'];
export type Oembed = components['schemas']['Oembed'];
export type PassageList = components['schemas']['PassageList'];
export type Prerequisite = components['schemas']['Prerequisite'];
export type PullAll = components['schemas']['PullAll'];
export type ReadMatches = components['schemas']['ReadMatches'];
export type RelatedConcept = components['schemas']['RelatedConcept'];
export type RelatedHit = components['schemas']['RelatedHit'];
export type RelatedHits = components['schemas']['RelatedHits'];
export type RelationReason = components['schemas']['RelationReason'];
export type RepeatGroup = components['schemas']['RepeatGroup'];
export type RepeatKind = components['schemas']['RepeatKind'];
export type RepeatList = components['schemas']['RepeatList'];
export type RepeatPlace = components['schemas']['RepeatPlace'];
export type RepeatedPlace = components['schemas']['RepeatedPlace'];
export type RepeatingClip = components['schemas']['RepeatingClip'];
export type RepeatsOf = components['schemas']['RepeatsOf'];
export type ReusablePassage = components['schemas']['ReusablePassage'];
export type Reuse = components['schemas']['Reuse'];
export type ReuseRequest = components['schemas']['ReuseRequest'];
export type SampleAdded = components['schemas']['SampleAdded'];
export type SavedFilters = components['schemas']['SavedFilters'];
export type SavedMatch = components['schemas']['SavedMatch'];
export type SavedMatches = components['schemas']['SavedMatches'];
export type SavedSearch = components['schemas']['SavedSearch'];
export type SavedSearchList = components['schemas']['SavedSearchList'];
export type SavedSearchPatch = components['schemas']['SavedSearchPatch'];
export type SearchGroup = components['schemas']['SearchGroup'];
export type SearchMode = components['schemas']['SearchMode'];
export type SearchResult = components['schemas']['SearchResult'];
export type Section = components['schemas']['Section'];
export type SimilarHits = components['schemas']['SimilarHits'];
export type Source = components['schemas']['Source'];
export type SourceList = components['schemas']['SourceList'];
export type SourcePreview = components['schemas']['SourcePreview'];
export type SpokenSentence = components['schemas']['SpokenSentence'];
export type Status = components['schemas']['Status'];
export type Suggestions = components['schemas']['Suggestions'];
export type TimelineEntry = components['schemas']['TimelineEntry'];
export type Timing = components['schemas']['Timing'];
export type Transcript = components['schemas']['Transcript'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookDelivery = components['schemas']['WebhookDelivery'];
export type $defs = Record<string, never>;
export interface operations {
    checkHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
        };
    };
    checkReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description A question, a phrase, or words; 1 to 2,000 characters */
                q: string;
                /** @description Hits a page */
                k?: number;
                mode?: "hybrid" | "lexical" | "dense";
                kind?: components["schemas"]["DocumentKind"];
                /** @description A source id */
                source?: string;
                /** @description A name or a part of it */
                speaker?: string;
                /** @description Published on or after: YYYY[-MM[-DD]] */
                after?: string;
                /** @description Published before: YYYY[-MM[-DD]] */
                before?: string;
                /** @description Primary language subtag; a document that declares none is read as English, and is `en` */
                lang?: string;
                includeAds?: boolean;
                sort?: "relevance" | "date";
                /** @description `next` of the page before */
                cursor?: string;
                /** @description The question is meant, not half typed: it may be suggested to others (see /suggest) */
                remember?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    findSimilar: {
        parameters: {
            query?: {
                k?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarHits"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    suggest: {
        parameters: {
            query: {
                /** @description What is typed so far; nothing typed gives nothing */
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    forgetQueries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** @description Words in the title */
                q?: string;
                kind?: components["schemas"]["DocumentKind"];
                /** @description A source id */
                source?: string;
                /** @description Episodes and shorts that have no transcript, or documents that an issue of the latest pull names */
                only?: "without-transcript" | "with-issues";
                /** @description Undated documents are older than all others */
                sort?: "newest" | "oldest" | "title";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentList"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    correctDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Fields that are left out stay as they are */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentPatch"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readTranscript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transcript"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listPassages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassageList"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listSentences: {
        parameters: {
            query: {
                /** @description Start of the range, in ms */
                startMs: number;
                /** @description End of the range, exclusive, in ms */
                endMs: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Those that the range touches, in order; none where there are no times */
                        sentences: components["schemas"]["SpokenSentence"][];
                    };
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readTranscriptVtt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readTranscriptSrt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-subrip": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readTranscriptText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readMedia: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    findRelated: {
        parameters: {
            query?: {
                k?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedHits"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readAlignment: {
        parameters: {
            query?: {
                /** @description Id of the recording, when the document is a post, or of the post; its companion nearest in date without */
                with?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What of a post is said where in a recording */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alignment"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readAlignmentChapters: {
        parameters: {
            query?: {
                /** @description Id of the recording, when the document is a post, or of the post; its companion nearest in date without */
                with?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json+chapters": components["schemas"]["AlignmentChapters"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listConcepts: {
        parameters: {
            query?: {
                /** @description What a name must contain */
                q?: string;
                /** @description List the hidden ones instead */
                hidden?: boolean;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConceptList"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readConceptGraph: {
        parameters: {
            query?: {
                /** @description Concepts */
                limit?: number;
                /** @description Slug of a concept: it and its ring, instead of the best */
                around?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConceptGraph"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readConcept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concept"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listConceptDocuments: {
        parameters: {
            query?: {
                /** @description Those that say most of what it is first; or by date, undated first */
                order?: "best" | "date";
                kind?: components["schemas"]["DocumentKind"];
                /** @description A document id */
                document?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConceptDocuments"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listMentions: {
        parameters: {
            query?: {
                /** @description A document id */
                document?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MentionList"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readDocumentConcepts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentConcepts"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    mergeConcept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Slug of the concept that stays */
                    into: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concept"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    splitConcept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The name that becomes its own */
                    alias: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concept"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    renameConcept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concept"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    hideConcept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default true */
                    hidden?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Concept"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listCollections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Changed last first */
                        collections: components["schemas"]["CollectionSummary"][];
                    };
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    addCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    removeCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the collection that the change was made for: if it is another one by now, 412 */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    changeCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the collection that the change was made for: if it is another one by now, 412 */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                    note?: string;
                    /** @description The ids of all its clips, in their new order */
                    order?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    restoreCollection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the collection that the change was made for: if it is another one by now, 412 */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it was then, it becomes again; the last hundred are kept */
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    addClip: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the collection that the change was made for: if it is another one by now, 412 */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    documentId: string;
                    /** @description Start, as shown, in ms */
                    startMs?: number;
                    /** @description End, exclusive, in ms */
                    endMs?: number;
                    /** @description A passage instead of a range; needed where there are no times */
                    passageId?: string;
                    /** @description Empty: none was given */
                    title?: string;
                    note?: string;
                    tags?: string[];
                    /** @description Position that it gets, from 0; the end without one */
                    at?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipInCollection"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readClip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                clipId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipInCollection"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    removeClip: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the collection that the change was made for: if it is another one by now, 412 */
                "if-match"?: string;
            };
            path: {
                id: string;
                clipId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    changeClip: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the collection that the change was made for: if it is another one by now, 412 */
                "if-match"?: string;
            };
            path: {
                id: string;
                clipId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Start, as shown, in ms */
                    startMs?: number;
                    /** @description End, exclusive, in ms */
                    endMs?: number;
                    /** @description Empty: none was given */
                    title?: string;
                    note?: string;
                    tags?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClipInCollection"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportMd: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportNotesMd: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportCsv: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportJson: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportSrt: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-subrip": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportVtt: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportEdl: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportFcpxml: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportOtio: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportSoundbitesXml: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportChaptersJson: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json+chapters": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    exportCutsSh: {
        parameters: {
            query?: {
                /** @description Id of one of its clips; all of them without */
                clip?: string;
                /** @description Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode */
                fps?: "23.976" | "24" | "25" | "29.97" | "30" | "50" | "59.94" | "60";
                /** @description Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording */
                times?: "sequence" | "source";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-sh": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    findReuse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReuseRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reuse"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    showCoverage: {
        parameters: {
            query?: {
                list?: "writtenOnly" | "spokenOnly" | "explainedLongAgo" | "searches";
                /** @description Entries of each list */
                limit?: number;
                /** @description `next` of the list; with `list` */
                cursor?: string;
                /** @description From how many months before the newest document on an explanation is long ago */
                months?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listRepeats: {
        parameters: {
            query?: {
                kind?: "verbatim" | "reworded";
                /** @description Groups with a place in this source */
                source?: string;
                /** @description Only, or none, of posts and their recordings */
                companion?: boolean;
                /** @description What frames documents instead of what tells something */
                template?: boolean;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepeatList"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    findRepeatsOf: {
        parameters: {
            query: {
                documentId: string;
                /** @description Start of the stretch, in ms */
                startMs?: number;
                /** @description End, exclusive, in ms */
                endMs?: number;
                /** @description Instead of times, where there are none */
                passageId?: string;
                /** @description A clip that is not to be told: itself */
                exceptClip?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepeatsOf"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listSavedSearches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchList"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    addSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSavedSearch"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    removeSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    changeSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description What is given changes; another query, mode or filter begins anew, without the old matches */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedSearchPatch"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listSavedMatches: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMatches"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readSavedMatches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadMatches"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    searchFeed: {
        parameters: {
            query: {
                /** @description A question, a phrase, or words; 1 to 2,000 characters */
                q: string;
                mode?: "hybrid" | "lexical" | "dense";
                kind?: components["schemas"]["DocumentKind"];
                /** @description A source id */
                source?: string;
                /** @description A name or a part of it */
                speaker?: string;
                /** @description Published on or after: YYYY[-MM[-DD]] */
                after?: string;
                /** @description Published before: YYYY[-MM[-DD]] */
                before?: string;
                /** @description Primary language subtag; a document that declares none is read as English, and is `en` */
                lang?: string;
                includeAds?: boolean;
                /** @description Items at most */
                k?: number;
                /** @description `date`: what a saved search finds, newest first; `relevance`: what a search shows */
                sort?: "date" | "relevance";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                };
            };
            /** @description Default Response */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    addSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An http(s) address, or a path on the server */
                    location: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedSource"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    listIssues: {
        parameters: {
            query?: {
                /** @description Only issues with this code */
                code?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueList"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    pullAllSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PullAll"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    pullSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    removeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    lookAtSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description An http(s) address, or a path on the server */
                    location: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePreview"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    addSample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleAdded"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    watchJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    describeEmbed: {
        parameters: {
            query: {
                /** @description The address of a document of this server, as `https://…/d/{id}?t=754&end=790` */
                url: string;
                /** @description The frame must not be wider, in CSS pixels */
                maxwidth?: number;
                /** @description The frame must not be higher, in CSS pixels */
                maxheight?: number;
                /** @description `json` is the only one */
                format?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As in the specification of oEmbed 1.0 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Oembed"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    readStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    openSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description What went wrong */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
}
