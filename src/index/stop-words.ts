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
    'aber als am an auch auf aus bei beim bin bis bist da damit dann das dass dein der den des dem die dies dieser ' +
    'dieses diese doch dort du durch ein eine einem einen einer eines er es euer für hat hatte hier ich ihr ihre im ' +
    'in ist ja kann kein keine können man mein mit nach nicht noch nur ob oder ohne sein seine sich sie sind so über ' +
    'um und uns unser unter vom von vor war waren warum was weil welche wenn wer werden wie wieso wir wird wo wurde ' +
    'zu zum zur',
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
