import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureDefinition } from '../../../src/concepts/match/definition-strength.js'
import { hostileTexts } from '../hostile-texts.js'

/** From this strength on a sentence explains. */
const explains = 0.6

/** @param marked with the name in braces */
function measure(marked: string): number {
  const from = marked.indexOf('{')
  const to = marked.indexOf('}') - 1
  return measureDefinition(marked.replace(/[{}]/g, ''), { from, to })
}

/** Made up in the manner in which people talk. */
const good = [
  'An {embedding} is a list of numbers that stands for the meaning of a word.',
  'So a {hash time locked contract} is basically a contract where you have to show a secret before a deadline.',
  'A {soft fork} is when you make the rules tighter, so that old nodes still accept the new blocks.',
  'Basically, {gradient descent} is just a way of walking downhill on the error until you cannot go any lower.',
  '{Quantization} means storing the weights of a model with fewer bits than they were trained with.',
  'What we mean by {overfitting} is that the model knows its training data by heart and nothing else.',
  'Think of a {hidden layer} as a row of little detectors, each of which looks for one pattern.',
  'You can think of {attention} like a spotlight that moves over the words of a sentence.',
  'A {watchtower} is a server that looks after your channels while you are asleep.',
  '{Sourdough} is a kind of bread that rises by wild yeast and not by baker’s yeast.',
  'Well, {backpressure} is a mechanism that tells the sender to slow down when the receiver is busy.',
  'The {mempool} is the set of all transactions that a node has seen and that are in no block yet.',
  'And {dropout}, which is a technique where you switch off random neurons, helped us quite a bit there.',
  '{RLHF} stands for reinforcement learning from human feedback, which is how they taught it manners.',
  'The idea of {sharding} is to split one big table over many machines by some key.',
  '{Eventual consistency} refers to a promise that all copies will agree at some point, if you wait.',
  'A {covenant} is a restriction on where a coin can go after it was spent once.',
  'Okay, so {cross-validation} is where you cut the data into parts and test on each of them in turn.',
  '{Garbage collection} is the process of finding memory that nobody uses any more and giving it back.',
  'A {bloom filter} is a data structure that tells you that something is surely not in a set, or maybe is.',
  'Now, {latency} is how long a single request takes from the moment that you send it.',
  'I mean, a {transformer} is essentially a stack of layers, and each one mixes what the words know.',
  '{Idempotency} means a request can be sent twice, and the second time nothing more happens.',
  'They use what is called a {merkle tree}, which is a tree of hashes where each node is the hash of its children.',
  'You sign a promise that nobody can change, and we call that a {commitment}.',
  'A {payjoin} is a transaction in which both the payer and the payee put in a coin.',
  '{Kubernetes} is a system that starts your containers somewhere and restarts them when they fall over.',
  '{Photosynthesis} is how plants make sugar out of light, water and air.',
  '{Type inference} lets the compiler work out the types, so that you need not write them down.',
  'In short, {grace periods} are stretches of time in which nothing is due.',
  '{Proof of work} works by making you guess numbers until one of them fits.',
  '{Light clients} are programs that only keep the headers of blocks.',
  'A {zk-SNARK} is a very short proof that somebody did a computation right.',
  'The point of a {canary release} is to let a few users try it before everybody else.',
  '{Dead reckoning} is used to guess where a ship is from its speed and its heading.',
  'For those who do not know, {tokenization} is the process of cutting a text into small pieces.',
  'Because a {coinbase} is a transaction that makes new coins, nobody signs it.',
  'I would say that a {monad} is a structure that lets you chain steps that may fail.',
  '{UTXO} is an abbreviation: it is an output that nobody has spent so far.',
  '{Ether} represents a liquid that nobody has ever seen, and light was thought to need it.',
  'We need something called an {anchor chain}, that is basically a tool that keeps a boat where it is.',
  'You can use {watch words}, which are ways to tell who belongs to the camp at night.',
  'Disputes go to a trusted third party known as an {umpire} to decide who was right.',
  'Anyone could change the number of a parcel on its way, a problem known as {parcel malleability}.',
  'You put them into the structure called a {hash tree}, where you pair them up and hash each pair.',
  'People use a trick called {back stitching}, which means that you sew every stitch twice over.',
  'You sow what we call a {green manure}, a kind of plant that is dug in before it bears any seed.',
  '{Docks} essentially are a set of tools that start a program with everything that it needs.',
  '{Splicing} is sort of a, I guess, related method where you join two ropes without any knot.',
  'A {proof of age} allows a guest to show that he is old enough without telling his birthday.',
  '{Sourdough} is a starter, or a mixture, which you can use to make bread rise without yeast.',
  '{Xarray} is a popular library for computing with arrays that have names for what they hold.',
  '{Pandas} is a library, like a module or package, that lets you look at tables and things like that.',
]

/** Said in `data/sample` (MIT, © 2021 Bitcoin Transcripts, © 2018 Bitcoin Optech contributors). */
const goodOfSample = [
  '{RBF} on the other hand allows you to completely replace the transaction, which means that it is more flexible.',
  '{CPFP} allows any recipient of a transaction to bump it.',
  'So, {cluster mempool} is a redesign to better order and linearize unconfirmed transactions.',
  'And so this proposal, {silent payments}, allows you to basically have a single static address.',
  'With {assumevalid}, you get the headers chain, you download all the blocks, but you’re not validating signatures.',
  'Whereas with {AssumeUTXO}, you don’t need to build that UTXO set, you get a snapshot.',
  'So what {assumevalid} does is there is a block hash hard-coded in the source code.',
  'People are working on {package relay}, where you can send more than one transaction to appear as a package.',
  'They coined the term “{pinning attack},” which is a type of censorship attack on unconfirmed transactions.',
  'So, the {private broadcast} is a solution to that, in which we send the transaction not to everybody we’re connected to.',
  '{Inquisition} is a project fork of Bitcoin Core that extends the rules for signet with proposed consensus changes.',
  '{OP_TEMPLATEHASH} is a tapscript opcode that pushes a hash of the spending transaction onto the stack (see Newsletter #397).',
  'So there’s this additional network that is identical to Bitcoin and that’s called {Testnet}.',
  'And {ANYONECANPAY} is a modification that refers to which inputs are being committed to.',
]
const badOfSample = [
  '{Bitcoin} is a very complex piece of software and it’s very difficult to review for correctness.',
  'Taproot outputs and {inputs} are about the size of Pay-to-Witness-Public-Key-Hash in total.',
  'The flow actually is, so let’s say {Bob} is the server and Alice is the client.',
  'There was an issue that in the past release version of Core Lightning ({CLN}), a new method to backup wallets was introduced.',
  'There was an issue that in the past release version of {Core Lightning} (CLN), a new method to backup wallets was introduced.',
  'You can think of {bech32} addresses as just as a huge polynomial.',
  'Because the {variational autoencoder} is the clearest place to see what a latent space is.',
  'You need to talk about it with {onion messages}, we have a slightly different problem there.',
  'You can test transactions on {signet}, where you can play around with them as well.',
  'You see what it does at {Delving Bitcoin}, where you posted your research of last year.',
  'Now with {blocks}, you can do that with chain height; with fees, it’s a little more complex.',
  'Okay, so the {private broadcast} is a solution to one specific problem that exists when you send transactions.',
  'This also aligns with the concept of {blockchain}, where each block commits to the previous block.',
]

/** Each names something and does not say what it is. */
const bad = [
  'So {Workbench} is where I am going to go when I need a tool for that.',
  'The {proposal} is when we tried to show to the world what we did there.',
  'And {Gaston} refers to this as a promise that every grown man has made.',
  '{Field work} is a funny thing in that there are as many kinds of it as there are fields.',
  '{Snake charming} is an incredibly rewarding trade and it is growing every year.',
  'The weak point of {tin cans} is that you cannot close them once they were opened.',
  'The {template} was a form inspired by what some other town had made of it.',
  'There is a half written door in the {wood shed}, where you can put in another lock.',
  'We talked about {embeddings} for an hour with a friend of mine last summer.',
  'So {taproot} is really exciting, and I cannot wait to see what people do with it.',
  '{Attention} is a big topic, and we will get to it after the break.',
  'Is {sharding} a way of splitting one big table over many machines?',
  '{Lightning} is not a bank, whatever your uncle says about it at dinner.',
  'I think {Kubernetes} is a pain, to be honest with all of you out there.',
  'The {mempool} is full again, so you had better wait until the weekend.',
  '{Dropout} is one of those things that everybody has heard about somewhere.',
  'Then we merged {package relay}, and the tests were green at last.',
  'The {soft fork} is going to happen in November, or so they keep telling us.',
  '{Quantization} is currently being reviewed by a couple of people on the list.',
  'And {gradient descent} is the reason why I got into all this in the first place.',
  '{Overfitting} is a problem, a huge one, and we see it every single day.',
  'What do you make of {covenants}, now that there are five proposals for them?',
  'If {backpressure} is a mechanism that you need, you will know it soon enough.',
  'Thanks to {Beam search} everything was much faster than on the old machine.',
  '{Garbage collection} was a bit of a shock for me when I came from C.',
  'He asked whether {latency} is a measure of anything that users care about.',
  'Most {watchtowers} are run by the same three companies as far as I know.',
  'That {transformer} is the one that we trained over the holidays.',
  'My {wallet} is a complete mess, since I never write down what is what.',
  'You know {RLHF} is something that we could talk about for days.',
  'They added {type inference} and generics to the language a few years ago.',
  '{Sourdough} is better than whatever you buy at the supermarket around here.',
  '{Taproot} is a really pretty much better protocol that people use for signatures.',
  'There is a pull request for {payjoin}, and it has been open for two years.',
  'I would love to see more {bloom filters} in the wild, but what can you do.',
  '{Cross-validation} are you kidding me, we did not even have a test set.',
  'The {commitment} is there, everybody works late, and nobody complains.',
  'So {eventual consistency} is actually also something that bit us in production.',
  'The {next release} is the last version before the summer break.',
  'Our {hidden layer} is wider than theirs, and that is all there is to it.',
  'I have no idea what {dead reckoning} has to do with any of that, frankly.',
  'What is a {monad}, and why does everybody keep asking me at parties?',
  '{Proof of work} is good, and proof of stake is fine too if you like it.',
  'This {coinbase} is a transaction that I would rather forget about.',
  'I wonder if a {zk-SNARK} is a proof that normal people could ever read.',
  'He wrote the book on {tokenization}, and she wrote the one on parsing.',
  'Let us look at {light clients} next, since we have ten minutes left.',
  'They were in a {grace period}, so nobody had to pay anything yet.',
  'There was a {canary release} last week, and it went well for once.',
  '{UTXO}: yes, no, maybe, who knows.',
  'The {wallet} is talking to its own server, and the server answers when it likes.',
  '{Peers} are peers in a network of computers that trust nobody.',
  'At the end everyone sees the outcome of the {protocol} which is a list of all names.',
  '{Covenants} are required to spend from the old address of the exchange.',
  'A {vault} is the ability to undo a payment, and I do not know enough about it.',
  'You can think of a {checksum}, like we did in the paper, which was fun.',
  '{Rust} is a very secure language too.',
  '{Erlay} is a project, I think it was started by some students, or so I heard.',
  'He says that the {lock time} is the perfect place for another counter of the miners.',
  '{Async payments} are a proposal that somebody sent to the mailing list.',
  'Okay, so {PTLCs} are a change that is allowed by two other changes of last year.',
  'By the literal definition of an {output}, yeah, what you show there is one of them.',
  'It keeps track of every change in an index called the {Unspent Output} (UTXO) set.',
  'A {hidden anchor} means a captain can stop at night, and then his crew sleeps until the morning.',
  'It is a little different than a court, where the {umpire} is one of the parties that can see everything.',
  'And so, the {lock box} is kind of a distillation of the core idea that you need for that.',
  'Here is the Lock Box ({LBX}) which is a proposal by a friend of the man who wrote the first one.',
  'On our side of the world, {night watches} are a common method for keeping a town safe.',
  'In theory, this could be done with a guard where one pays and a {night watch} is used to open the gate.',
  'And then they made what is called a {hash tree}, which is just a single number in the end.',
  '{Testing} is an incredibly important part of the work, and so everybody should do it.',
  'I think the {build tool} is one of the most underappreciated parts of the whole house.',
  '{Neural nets} are the hardest technique that we go over in the book, by a wide margin.',
  'Of course, people usually think of {old coins} as the linchpin of it or the crux of it.',
  'The whole point of {mining} is to be as independent of everybody else as you can.',
  'The first is what we call {lane endorsement}, which is a very easy concept, I would say.',
  'And the {mining rule} was the mining rule that we had had since about that winter.',
  'They show that the coin that the {signer} is about to sign for satisfies some conditions.',
  'Storage is cheap, and the {long way} is just a more expensive way of doing things.',
  '{Lightning rod} is a tool, and so are a hammer and a nail, when you come to think of it.',
  'They touch the network, or the wallet, or the {side screen}, which are parts of which nobody speaks.',
  'Even for {newcomers}, that is a very easy way to set up a page for a first program.',
  'They get a list for a {block of flats}, a table that they can search for the names.',
  'And {dead letter box} is a weird name, it is actually a rather simple concept, I would say.',
  '{Denial of service} means basically somebody could ask you for a key, and then ask you for another.',
  'One thing the {witness} does is it no longer points to the paper, well, it is put somewhere else.',
  'Ann posted to a forum two drafts that would allow a post office to take no letters, called {unasked letters}.',
]

test.each([...good, ...goodOfSample])('it is said what it is: %s', (sentence) => {
  expect(measure(sentence)).toBeGreaterThanOrEqual(explains)
})

test.each([...bad, ...badOfSample])('it is not said what it is: %s', (sentence) => {
  expect(measure(sentence)).toBeLessThan(explains)
})

describe('a definition says less', () => {
  const plain = 'A covenant is a restriction on what a coin can be spent for later on.'
  const of = (sentence: string, name = 'covenant') => {
    const from = sentence.indexOf(name)
    return measureDefinition(sentence, { from, to: from + name.length })
  }

  test.each([
    ['as a question', 'Is it true that a covenant is a restriction on what a coin can be spent for?'],
    ['in a clause', 'He left, because a covenant is a restriction on what a coin can be spent for.'],
    ['as a condition', 'If a covenant is a restriction on what a coin can be spent for, then we need it.'],
    ['of one of many', 'Their covenant is a restriction on what a coin can be spent for later on.'],
    [
      'of the tail of a longer name',
      'A recursive covenant is a restriction on what a coin can be spent for.',
    ],
    ['in a line of a table', 'A covenant is a restriction | on what a coin can be spent for later on.'],
    ['of today', 'A covenant is a restriction that was merged in this release of the node today.'],
    ['in a few words', 'A covenant is a restriction.'],
    ['by where it comes from', 'A covenant is an implementation of an idea that I presented at the time.'],
    ['by a number', 'A covenant is just a single restriction on what a coin can be spent for later on.'],
    [
      'in its part of something else',
      'They made one where a covenant is a restriction on what a coin can do.',
    ],
    ['pointing back', 'A covenant is a restriction that you need for this, but it does more than that.'],
    ['among many more words', `${plain.slice(0, -1)}${', and so on and on'.repeat(13)}.`],
  ])('%s', (_, sentence) => {
    expect(of(plain)).toBe(1)
    expect(of(sentence)).toBeLessThan(1)
  })

  test.each([
    ['of another thing whose name begins like it', 'A covenant Foundation is a method of restricting coins.'],
    ['of a part of a joined word', 'A non-covenant is a transaction without any restriction of coins.'],
    ['that it is not', 'A covenant is not a restriction that anybody has asked me for, ever.'],
    ['in what is no sentence any more', `${plain} ${'And so on and on. '.repeat(200)}`],
  ])('and nothing %s', (_, sentence) => {
    expect(of(sentence)).toBe(0)
  })
})

test('the one that is talked about is not what all of its kind are, where its name is an everyday word', () => {
  const place = { from: 4, to: 8 }
  const sentence = 'The code is a set of rules that tells the node which blocks it may take.'
  const strength = measureDefinition(sentence, place)
  expect(measureDefinition(sentence, place, { isUsual: true })).toBe(strength / 2)
  expect(measureDefinition(sentence.replace('The', 'Our'), place)).toBeLessThan(strength)
})

test('what a thing is called is more where it goes on, or comes after what it is', () => {
  const known = measure('The panels have a special technology called {splicing}.')
  expect(
    measure('The panels have a special technology called {splicing} to join two ropes.'),
  ).toBeGreaterThan(known)
  expect(
    measure('Anyone can join two ropes without a knot, a special technology called {splicing}.'),
  ).toBeGreaterThan(known)
})

test('what is said by the way between a name and what it is does not hide it', () => {
  const plain = measure('{Parcels} is a tool to manage what comes in and what goes out.')
  expect(plain).toBeGreaterThanOrEqual(explains)
  for (const between of [' of course', ', of course,', ' obviously', ', you know,', ' protocol', ' I think'])
    expect(measure(`{Parcels}${between} is a tool to manage what comes in and what goes out.`)).toBe(plain)
  expect(measure('The {Parcels} protocol is not a tool to manage anything.')).toBe(0)
})

test('what something allows somebody to do says more than what it allows', () => {
  expect(measure('A {proof of age} allows a guest to show that he is old enough.')).toBeGreaterThan(
    measure('A {proof of age} allows parties without any children in the whole house.'),
  )
})

test.each([
  ...['means', 'refers to', 'stands for', 'consists of', 'represents'].map((verb) => [
    verb,
    'a tool of four parts',
  ]),
  ...['is', 'are', 'basically is', 'essentially are'].map((verb) => [verb, 'a tool of four parts']),
  ...[
    'allows',
    'lets',
    'enables',
    'works by',
    'works like',
    'makes it possible',
    'make it possible',
    'tries to',
  ].map((verb) => [verb, 'nothing but tools in the shed']),
  ...['aims to', 'describes', 'helps', 'solves', 'provides', 'measures', 'combines', 'uses'].map((verb) => [
    verb,
    'nothing but tools in the shed',
  ]),
  ...[', which is', ', which means', ', which are ways to', ', i.e.', ' or', ' that is'].map((verb) => [
    verb,
    'a tool of four parts and a handle',
  ]),
  [':', 'whatever is made of four parts and a handle'],
])('`%s` after a name begins to say something of it', (verb, rest) => {
  const space = /^[,: ]/.test(verb ?? '') ? '' : ' '
  expect(measure(`So a {toolbox}${space}${verb} ${rest} here.`)).toBeGreaterThan(0)
})

test('a name that stands alone is not said to be anything', () => {
  expect(measureDefinition('covenant', { from: 0, to: 8 })).toBe(0)
  expect(measureDefinition('', { from: 0, to: 0 })).toBe(0)
})

test('strength is between nothing and all, whatever stands around the name', () => {
  const piece = fc.constantFrom(
    ...[
      'is',
      'are',
      'a',
      'the',
      'means',
      'called',
      'think of',
      'as',
      'what',
      ',',
      '.',
      '?',
      ':',
      'not',
      'if',
    ],
    ...[
      'which',
      'that',
      'method',
      'of',
      'one of',
      'we call',
      'idea',
      '(',
      ')',
      '“',
      'basically',
      'this',
      '|',
    ],
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '))
  fc.assert(
    fc.property(text, text, (left, right) => {
      const sentence = `${left} covenant ${right}`
      const strength = measureDefinition(sentence, { from: left.length + 1, to: left.length + 9 })
      expect(strength).toBeGreaterThanOrEqual(0)
      expect(strength).toBeLessThanOrEqual(1)
    }),
    { numRuns: 1000 },
  )
})

test.each(hostileTexts)('200 kB of %s before and after a name say nothing of it', (_, text) => {
  for (const [left, right] of [
    [text, ''],
    ['', text],
    [text.slice(0, 900), text.slice(0, 900)],
  ] as const) {
    const sentence = `${left} RAG ${right}`
    const strength = measureDefinition(sentence, { from: left.length + 1, to: left.length + 4 })
    expect(strength).toBeLessThan(explains)
  }
})

test.each([
  [
    'a sentence full of others that each are called so',
    (times: number) => '— a xx called levain '.repeat(times),
  ],
  [
    'a sentence that begins with one long word',
    (times: number) => `${'—'.repeat(20 * times)} a xx called levain `,
  ],
])('a name in %s is measured in proportion to its length', (_, write) => {
  const timing = (times: number) => {
    const sentence = write(times)
    const last = { from: sentence.length - 7, to: sentence.length - 1 }
    return () => {
      const started = performance.now()
      for (let time = 0; time < 10; time++) measureDefinition(sentence, last)
      return performance.now() - started
    }
  }
  // In turn, so that both have the same quiet moments of the machine.
  const [short, long] = [timing(31), timing(93)]
  const turns = Array.from({ length: 25 }, () => ({ short: short(), long: long() }))
  const quickest = (which: 'short' | 'long') => Math.min(...turns.map((turn) => turn[which]))
  // Three times as long: three times the time, nine in the square of the length.
  expect(quickest('long') / quickest('short')).toBeLessThan(6)
})
