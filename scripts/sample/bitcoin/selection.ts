// What is taken from the two collections, and what their files do not say about the shows.
import type { Channel } from './write-feed.js'

export interface TalkShow {
  /** Folder of the show, in the source and in the sample. */
  folder: string
  channel: Channel
  hosts: readonly string[]
  slugs: readonly string[]
}

export const TALK_SHOWS: readonly TalkShow[] = [
  {
    folder: 'chaincode-podcast',
    channel: {
      title: 'The Chaincode Podcast',
      description:
        'Conversations with the people who build Bitcoin. Four episodes with the human transcripts of the Bitcoin Transcripts project.',
      link: 'https://podcast.chaincode.com/',
      author: 'Chaincode Labs',
      copyright: 'Transcripts: MIT, Copyright (c) 2021 Bitcoin Transcripts',
      address: 'cuepoint/data/sample/bitcoin-transcripts/chaincode-podcast/feed.xml',
    },
    hosts: ['Adam Jonas', 'Mark Erhardt', 'John Newberry', 'Caralie'],
    slugs: ['package-relay', 'chaincode-decoded-mempool', 'chaincode-decoded-bech32m', 'assumeutxo'],
  },
  {
    folder: 'bitcoin-explained',
    channel: {
      title: 'Bitcoin, Explained',
      description:
        'Aaron van Wirdum and Sjors Provoost explain how Bitcoin works. Six episodes with the human transcripts of the Bitcoin Transcripts project.',
      link: 'https://bitcoinexplainedpodcast.com/',
      author: 'Aaron van Wirdum, Sjors Provoost',
      copyright: 'Transcripts: MIT, Copyright (c) 2021 Bitcoin Transcripts',
      address: 'cuepoint/data/sample/bitcoin-transcripts/bitcoin-explained/feed.xml',
    },
    hosts: ['Aaron van Wirdum', 'Sjors Provoost'],
    slugs: [
      'explaining-signet',
      'bitcoin-eclipse-attacks-and-how-to-stop-them',
      'explaining-segregated-witness',
      'scaling-bitcoin-with-the-erlay-protocol',
      'silent-payments',
      'aaron-and-sjors-discuss-what-s-new-in-bitcoin-core-v30',
    ],
  },
]

export const OPTECH = {
  channel: {
    title: 'Bitcoin Optech Podcast',
    description:
      'The weekly recap of the Bitcoin Optech Newsletter with its authors and guests. Ten episodes, each with the newsletter that it recaps.',
    link: 'https://bitcoinops.org/en/podcast/',
    author: 'Bitcoin Optech',
    copyright: 'MIT, Copyright (c) 2018 Bitcoin Optech contributors',
    address: 'cuepoint/data/sample/optech/feed.xml',
  },
  hosts: ['Mark Erhardt', 'Mike Schmidt', 'Dave Harding', 'Gustavo Flores Echaiz'],
  /** Days of the recaps. Each has one timestamp for each section, so that their times are certain. */
  dates: [
    '2025-03-04',
    '2025-03-18',
    '2025-05-06',
    '2025-09-16',
    '2026-01-20',
    '2026-02-17',
    '2026-04-28',
    '2026-05-12',
    '2026-05-19',
    '2026-06-16',
  ],
} as const
