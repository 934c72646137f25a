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
        /** @description Titles, concepts, speakers and past queries that have the typed words, as you type */
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
        Chapter: {
            /** @description Start, in ms */
            startMs: number;
            endMs: number | null;
            title: string;
            url: string | null;
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
            /** @description Nearest first */
            related: components["schemas"]["RelatedConcept"][];
            /** @description Best supported first */
            prerequisites: components["schemas"]["Prerequisite"][];
            /** @description Every document that mentions it, by date, undated first */
            timeline: components["schemas"]["ConceptDocument"][];
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
            };
            best: {
                passageId: string;
                startMs: number | null;
                /** @description 0 to 1: how much it says what the concept is */
                strength: number;
            };
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
            passageId: string;
            document: components["schemas"]["DocumentSummary"];
            startMs: number | null;
            endMs: number | null;
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
        Mention: {
            /** @description Word for word */
            text: string;
            passageId: string;
            document: components["schemas"]["DocumentSummary"];
            startMs: number | null;
            endMs: number | null;
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
        RelatedConcept: {
            slug: string;
            name: string;
            definition: string | null;
            /** @description 0 to 1, larger is nearer */
            score: number;
            reason: components["schemas"]["RelationReason"];
            /** @description Passages that mention both */
            passages: number;
            example: {
                /** @description Word for word */
                text: string;
                passageId: string;
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
                startMs: number | null;
                endMs: number | null;
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
        SampleAdded: {
            /** @description False: the library has sources already */
            added: boolean;
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
                    passageId: string;
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
                kind: "title" | "concept" | "speaker" | "query";
                text: string;
                /** @description Of a title */
                documentId?: string;
                /** @description Of a concept */
                slug?: string;
                /** @description Half-open ranges of `text` that were typed, in UTF-16 units, in order; empty where another name of a concept was */
                ranges: [
                    number,
                    number
                ][];
            }[];
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AddedSource = components['schemas']['AddedSource'];
export type Chapter = components['schemas']['Chapter'];
export type Concept = components['schemas']['Concept'];
export type ConceptDocument = components['schemas']['ConceptDocument'];
export type ConceptGraph = components['schemas']['ConceptGraph'];
export type ConceptList = components['schemas']['ConceptList'];
export type ConceptName = components['schemas']['ConceptName'];
export type ConceptPlace = components['schemas']['ConceptPlace'];
export type ConceptSummary = components['schemas']['ConceptSummary'];
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
export type Hit = components['schemas']['Hit'];
export type Issue = components['schemas']['Issue'];
export type IssueCount = components['schemas']['IssueCount'];
export type IssueList = components['schemas']['IssueList'];
export type Job = components['schemas']['Job'];
export type JobReport = components['schemas']['JobReport'];
export type KnownSource = components['schemas']['KnownSource'];
export type Link = components['schemas']['Link'];
export type ListedDocument = components['schemas']['ListedDocument'];
export type Mention = components['schemas']['Mention'];
export type MentionList = components['schemas']['MentionList'];
export type Oembed = components['schemas']['Oembed'];
export type PassageList = components['schemas']['PassageList'];
export type Prerequisite = components['schemas']['Prerequisite'];
export type PullAll = components['schemas']['PullAll'];
export type RelatedConcept = components['schemas']['RelatedConcept'];
export type RelatedHit = components['schemas']['RelatedHit'];
export type RelatedHits = components['schemas']['RelatedHits'];
export type RelationReason = components['schemas']['RelationReason'];
export type SampleAdded = components['schemas']['SampleAdded'];
export type SearchMode = components['schemas']['SearchMode'];
export type SearchResult = components['schemas']['SearchResult'];
export type Section = components['schemas']['Section'];
export type SimilarHits = components['schemas']['SimilarHits'];
export type Source = components['schemas']['Source'];
export type SourceList = components['schemas']['SourceList'];
export type SourcePreview = components['schemas']['SourcePreview'];
export type Status = components['schemas']['Status'];
export type Suggestions = components['schemas']['Suggestions'];
export type Timing = components['schemas']['Timing'];
export type Transcript = components['schemas']['Transcript'];
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
                /** @description Primary language subtag */
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
