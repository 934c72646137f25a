/** What the patterns of definitions are made of. */

export const hedges =
  '(?:(?:basically|essentially|really|just|simply|actually|kind of|sort of|like|in essence|at its core|more or less|pretty much|you know|of course|generally|usually|typically|,) ?){0,4}'
export const opinion = `(?:very |really |pretty |quite |super |so |such |rather |more |much |bit |little |(?:much|far|even|way) (?:more|less) |[a-z]+ly ){0,4}(?:outdated|performant|killer|good|great|nice|bad|perfect|ideal|reasonable|obvious|natural|big|cool|promising|extremely|primitive|concept that|project that|person|one of those|those|these|them|my|our|your|his|her|their|interesting|important|lot|thing|bit|topic|question|issue|problem|huge|different|better|worse|greater|bigger|nicer|fun|must|pain|mess|shame|same|best|only|first|next|last|other|reason|case|point|one|ones|most|least|worst|right|wrong|main|key|fact|beginning|end|idea|example|exciting|ultimate|part|choice|candidate|fit|(?:hard|easi|clear|nice|wide|quick|short|bigg|larg|fast|simpl|cheap|lat|new|old|strong|clos|high|low|small|saf|great|deep|long|short)est|[a-z]+ (?:things?|ones?|guys?|places?))\\b`
export const after = (pattern: string): RegExp => new RegExp(`^${pattern}`, 'iu')
export const before = (pattern: string): RegExp => new RegExp(`${pattern}$`, 'iu')
/** A bracket or an aside after the name: `PSBT (BIP174), `, `the term “pinning attack,” which …` */
export const aside = `(?:s|es)?(?:,["”’]|["”’')]{0,2})(?: \\([^()]{1,60}\\))?`

/** Between the article and the kind: in `a distillation of the core idea` the kind is no idea. */
export const describing =
  '(?:(?!(?:an?|the|my|our|your|his|her|their|its|this|that|these|those|of|for|in|on|at|to|by|with|from|that|which|where|when|who|and|is|are)\\b)(?:\\w|-){2,20} ){0,4}'
/** What a thing is a kind of: `a protocol that …` says more than `a weird vehicle`. */
export const kind = `(?:way|method|mechanism|technique|protocol|scheme|system|algorithm|tool|library|type|kind|form|process|procedure|structure|function|model|tree|graph|table|queue|stack|promise|restriction|format|standard|property|concept|idea|set|list|collection|number|value|piece|part|unit|transaction|message|node|server|software|program|project|attack|technology|construction|construct|approach|strategy|rule|policy|code|key|signature|hash|network|layer|channel|proposal|upgrade|feature|service|device|wallet|measure|test|language|framework|combination|version|variant|generalization|extension|problem|phenomenon|case|practice|art|science|field|branch|group|platform|interface|component|output|input|person|company|organization|distribution|vector|matrix|space|architecture|operation|change|contract|script|opcode|limit|condition|guarantee|proof|representation|description|abbreviation|acronym|term|name|word|metric|substance|material|place|event|period|convention|class|family|series|sequence|chain|pair|log|ledger|argument|module|application|database|compiler|interpreter|engine|editor|environment|plugin|toolkit|wrapper|client|coin|vulnerability|implementation(?= (?:of|that|which|for|designed|written)\\b)(?! of (?:(?:an?|the|my|our) (?:idea|concept|proposal)|this|that)\\b))s?\\b`
export const genus = `${describing}${kind}`
export const isA =
  "(?:an?|the|any|some|one of(?: the)?|another)(?:,? (?:I guess|you know|I mean|I think|let[’']s say),?)?"
