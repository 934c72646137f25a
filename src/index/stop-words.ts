/**
 * Function words by primary language subtag: they carry no topic. They are indexed, so that a query of nothing else
 * still finds something. Words that are also a topic (`will` in law, `fin` in Spanish) are rather left out.
 */
export const stopWordLists = {
  en:
    'a about above after again all am an and any are as at be because been before being below between both but by ' +
    'can could did do does doing down during each few for from further had has have having he her here hers him ' +
    'his how i if in into is it its itself just me more most my no nor not now of off on once only or other our ' +
    'ours out over own same she should so some such than that the their theirs them then there these they this ' +
    'those through to too under until up very was we were what when where which while who whom why will with ' +
    "would you your yours don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't " +
    "haven't hasn't hadn't i'm i've i'd i'll you're you've you'd you'll he's she's it's we're we've we'd we'll they're " +
    "they've they'd they'll that's that'll what's who's where's how's there's here's let's",
  de:
    'ab aber alle allem allen aller als am an ander andere anderen auch auf aus bei beim bevor bin bis bist bzw ' +
    'da dabei dadurch dafür daher damit danach dann daran darauf darf darum das dass davon dazu dein deine deinem ' +
    'deinen deiner dem den denn der deren des deshalb dessen dich die dies diese diesem diesen dieser dieses dir ' +
    'doch dort du durch dürfen dürft eben ein eine einem einen einer eines er es etwa etwas euch euer eure eurem ' +
    'euren für gegen gibt hab habe haben habt hat hatte hatten hätte hätten hier ich ihm ihn ihnen ihr ihre ihrem ' +
    'ihren ihrer im immer in inwiefern inwieweit ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine ' +
    'keinem keinen keiner können könnte könnten konnte konnten man mein meine meinem meinen meiner mich mir mit muss müssen ' +
    'musste mussten müsste müssten nach nachdem nicht nichts noch nun nur ob obwohl oder ohne schon sehr seid sein seine seinem seinen ' +
    'seiner seit sich sie sind so sobald sogar solche soll sollen sollte sollten solange sondern sonst sowie über um und ' +
    'uns unser unsere unserem unseren unter vom von vor während wann war waren warum was weder wegen weil welche ' +
    'welchem welchen welcher welches wem wen wenn wer werde werden weshalb wessen weswegen wie wieso wieviel wir ' +
    'wird wirst wo wobei wodurch wofür woher wohin womit woran worauf woraus worin worüber worum wovon wovor wozu ' +
    'wurde wurden würde würden wäre wären zu zum zur zwar zwischen bedeutet funktionieren funktioniert heißt',
  es:
    'a al algo ante antes como con cual cuando cuál cuándo cómo de del desde donde dónde e el él ella ellas ellos en ' +
    'entre era eran es esa ese eso esta está están estaba este esto fue ha había han hasta hay la las le les lo los ' +
    'me mi mis muy ni no nos nosotros o para pero por porque que qué quien quién se sea ser si sí sin sobre son su ' +
    'sus también te tiene tu tus un una unas uno unos y ya yo',
  fr:
    'à ai après as au aussi aux avec c ce cela celle celui ces cet cette comme comment d dans de des donc du elle elles ' +
    'en est et étaient était être eu eux fait il ils j je l la le les leur leurs lui m ma mais me même mes mon n ne nos ' +
    'notre nous on ont ou où par pas pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se ses si ' +
    'son sont sur t ta te tes ton tu un une vos votre vous y',
  it:
    'a ad ai al all alla alle allo anche c che chi ci come con cosa cui d da dai dal dall dalla dalle de degli dei del ' +
    'dell della delle di dopo dove e è ed era erano essere fa fra gli ha hanno ho i il in io l la le lei lo loro lui ma ' +
    'mi mia mio ne negli nei nel nell nella nelle no noi non o per perché più quale quando quanto questa queste questi ' +
    'questo qui s se sei si sia sono su sua sue sugli sui sul sull sulla sulle suo ti tra tu un una uno vi voi',
  nl:
    'aan al als bij dan dat de der deze die dit doch door dus een en er had heb hebben heeft het hier hij hoe hun ik in ' +
    'is ja je kan kunnen maar me meer met mijn na naar niet nog nu of om omdat ons onze ook op over te tegen toch toen ' +
    'tot u uit uw van veel voor waar waarom waren was wat we welke wel werd wie wij worden wordt zal ze zich zij zijn ' +
    'zo zou zonder',
  pt:
    'a à ao aos aquela aquele aqui as às até com como da das de dela dele delas deles depois do dos e é ela elas ele ' +
    'eles em entre era eram essa esse esta está estão este eu foi for foram há isso isto já la lhe lo mais mas me mesmo ' +
    'meu meus minha muito na não nas nem no nos nós o onde os ou para pela pelas pelo pelos por porque qual quando que ' +
    'quem se sem ser seu seus só somos são sua suas também te tem tém ter teu tu tua um uma umas uns você vocês',
} as const satisfies Readonly<Record<string, string>>

/**
 * How Japanese and Chinese ask and say nothing yet: written without spaces they would be read as pairs of characters that
 * are as rare as what is asked for. `とは` and `か` only where a question ends with them, since they are parts of words. And
 * `define X`, which few who do so say; `erkläre X`.
 */
export const askingPhrases =
  /^(?:(?:[Pp]lease )?(?:[Dd]efine|[Ee]xplain)|(?:[Bb]itte )?(?:[Ee]rkl(?:ä|ae)re?|[Dd]efiniere?)(?: (?:mir|uns))?(?: bitte)?)(?= \S)|(?:とは|って|は|が)(?:何|なん|なに)(?:ですか|でしょうか|なのか|か)?|とは(?=[、。?？\s]|$)|どうすれば(?:いい|よい|良い)?|どうやって|どのように|どうして|どのくらい|どれくらい|どれぐらい|なぜ|なんで|について|(?:です|ます|でした|ました|でしょう|なの|の)か(?=[、。?？\s]|$)|教えて(?:ください|下さい)?|是什[么麼]|什[么麼]是|[为為]什[么麼]|怎[么麼](?:样|樣)?|如何|什[么麼]|哪[里裡个個]|多少|[吗嗎呢](?=[、。?？\s]|$)/gu
