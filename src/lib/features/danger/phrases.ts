/**
 * Ways of saying that someone may be in danger, each meaning in both languages at once. The list is our own and
 * unvalidated: it brings up help, it proves nothing, and not finding a phrase never means that all is well.
 *
 * A phrase is a small pattern over folded text (see `danger.ts`): no accents, no capitals, no apostrophes, one space
 * between words, `.` where a clause ends. `intent` and `act` may be mixed across languages, as mothers do.
 */
export type Danger = 'self' | 'child' | 'partner';

export interface Meaning {
	danger: Danger;
	/** Said with "not" or "never" before it, it still brings up help. */
	evenDenied?: boolean;
	en: readonly string[];
	es: readonly string[];
}

/** Want, plan, think of: what turns a word about dying into a wish. */
const intent = {
	en: '(?:want|wants|wanted|wanting|wish|need|going|trying|tried|plan|planning|decided|ready|urge|rather|about|ought) (?:to |2 )?|(?:wana|wanna|gonna|could just|should just|might just|just|let me) |(?:think|thinking|thoughts|thought|dream|dreaming|ideas?) (?:about|of|abt|bout) ',
	es: '(?:quiero|quisiera|kiero|qiero|quero|queria|deseo|desearia|prefiero|preferiria|necesito|pienso|planeo|intente|intento|decidi|debo|deberia|provoca|mejor) (?:de |en |to )?|(?:ganas|idea|ideas|pensado|pensando|pensamientos?|intencion|tentacion|plan) (?:de|en) |(?:voy|iba|ba) a '
};

/** Acts that mean ending one's life wherever they follow an intent. */
const act = {
	en: '(?:kill|kil|killing|hurt|hurting|harm|harming|cut|cutting|hang|hanging|shoot|shooting|drown|drowning|unalive|unaliving|off|poison) (?:myself|my self|mysef|myslef|mi self)|die|dying|be dead|being dead|disappear(?: forever| for good)?|end(?:ing)? (?:it all|it(?! with)|everything|my life|this life)|take my (?:own )?life|not (?:be alive|exist|wake up|be here)|stop (?:existing|living)|overdose|suicide|death',
	es: '(?:matar|mtar|matr|morir|suicidar|suisidar|sucidar|ahorcar|colgar|lastimar|cortar|herir|envenenar|tirar al tren|aventar al tren) ?me|(?:matarm|morirm|suicidarm|suisidarm)|morir|morirse|(?:me )?desaparecer(?! (?:de la lista|las?|los|el|esas?|es[oe]s?|est[aeo]s?) )|desapareser|quitarme la (?:v|b)ida|(?:acabar|terminar) con (?:todo|mi (?:v|b)ida|esto de una vez)|no (?:despertar|existir|estar (?:v|b)i(?:v|b)[ao]|estar aqui|vivir)|dejar de (?:existir|vivir|bibir)|estar muerta|estar muerto|cortarme las venas|tirarme (?:de|del|al|por) |aventarme (?:de|del|al|por) |la muerte|suicidio|el suicidio|mi muerte'
};

/** What makes the same words harmless: "want to die laughing", "me quiero morir de la pena". */
const butNot =
	'(?! (?:of|from) (?:laugh|embarrass|shame|hunger|boredom|happiness|joy|cute|old|excite)| laughing| happy| old| for (?:a|some|that|those|this) | alone| de (?:la |el |pura |puro |tanta |tanto )?(?:risa|pena|verguenza|hambre|sueno|calor|frio|sed|ganas|curiosidad|aburrimiento|alegria|amor|ternura|felicidad|emocion|viej[ao])| en paz | el (?:pelo|cabello|fleco)| las unas| (?:my|his|her|the|mi|el|la) (?:call|meeting|fight|argument|relationship|llamada|pelea|discusion))';

const someoneDear =
	'(?:my |the |this |our )?(?:own )?(?:baby|babies|kid|kids|child|children|son|daughter|toddler|newborn|infant|twins|boy|girl|little one)';
const someoneDearEs =
	'(?:a |al |a mi |mi |a mis |mis |a la |la |el |a el |a los |los )*(?:bebe|bebes|beba|bebita|bebito|nene|nena|hij[oa]s?|nin[oa]s?|criatura|chiquit[oa]s?|recien nacid[oa])';
const him =
	'(?:he|husband|boyfriend|bf|partner|ex|fiance|man|dad|father|stepdad|spouse|wife|girlfriend|she)(?: (?:always|just|also|really|still|already|once|has|had|will|keeps|sometimes|often|got mad and|gets mad and|drinks and|gets drunk and))*';

export const meanings: readonly Meaning[] = [
	{
		danger: 'self', // a wish or plan to die or be hurt
		en: [
			`(?:${intent.en}|${intent.es})(?:${act.en}|${act.es})${butNot}`,
			'want (?:me )?to be dead',
			'wish i (?:were|was|am) (?:dead|gone|never born)',
			'wish i had(?:nt| not) been born',
			'wish i (?:could|would) (?:just )?(?:die|disappear|not wake up|never wake up)'
		],
		es: [
			'me (?:quiero|kiero|quisiera|queria|voy a|iba a|pienso|dan ganas de|provoca|quero) (?:matar|morir|suicidar|suisidar|ahorcar|colgar|cortar las venas|quitar la (?:v|b)ida|kill|die)' +
				butNot,
			'ojala (?:me muera|me muriera|me hubiera muerto|no despertara|no despierte|no hubiera nacido|nunca hubiera nacido)',
			'quisiera (?:no haber nacido|dormirme y no despertar|dormir y no despertar)',
			'(?:quiero|quisiera) dormirme (?:y|para) (?:no|nunca) despertar'
		]
	},
	{
		danger: 'self', // the act by name
		en: [
			'(?:might|could|may|almost|nearly) (?:hurt|harm|cut) myself(?! (?:at|lifting|cooking|on|doing|by))',
			'(?:feel|feeling|felt) like (?:dying|killing myself)',
			'i (?:should|may|might|could) (?:as well )?(?:just )?(?:die|be dead)',
			'(?:kill|kil|killing|killed) (?:myself|my self|mysef|myslef)',
			'killmyself',
			'kms',
			'(?:hang|hanging|shoot|shooting) myself(?! in the foot)',
			'unaliv(?:e|ing)(?: myself| me)?',
			'un alive',
			'(?:end|ending|take|taking|took) my (?:own )?life',
			'slit my wrists?',
			'cutting myself(?! (?:off|some|a|out))',
			'(?:self|selfs?) ?harm(?:ing|ed)?',
			'(?:jump|jumping) off (?:a|the|that) (?:bridge|roof|building|balcony)',
			'(?:take|taking|took|swallow|swallowing) (?:all|all of) (?:my|the|these|those) (?:pills|meds|tylenol)',
			'drive (?:my car )?(?:off|into) (?:a|the) (?:bridge|tree|wall|road|river|cliff|traffic)'
		],
		es: [
			'me (?:mato|matare|suicido|quito la (?:v|b)ida)(?! (?:trabajando|estudiando|limpiando|de risa|de la risa|haciendo|por ell[oa]s|por mis|cocinando))',
			'quitarme la (?:v|b)ida',
			'cortarme las venas',
			'me corto (?:los brazos|las venas|las piernas|la piel)',
			'hacerme dano',
			'tomarme todas las (?:pastillas|pildoras|medicinas)',
			'(?:tirarme|aventarme|lanzarme) (?:del|de un|de la|al|a las?) (?:puente|balcon|techo|azotea|ventana|edificio|tren|vias|carros)',
			'(?:acabar|terminar) con mi (?:v|b)ida',
			'acabar con todo de una vez'
		]
	},
	{
		danger: 'self', // suicide, as mothers spell it
		en: [
			'(?:suicid(?:e|al)|sucide|suiside|suicde|suicied|suacide|sewer ?slide)(?! (?:squad|prevention|awareness|hotline))'
		],
		es: ['(?:suicidio|suisidio|sucidio|suicidarme|suicidarse|suicidar|suicidarm|suisidarme|suicida)(?! (?:squad))']
	},
	{
		danger: 'self', // no wish to go on living
		evenDenied: true,
		en: [
			'(?:dont|do not|dnt|didnt|never|no longer) (?:really |even |just )?(?:want to|wanna|wana|wan to|care to|feel like) (?:live|living|be alive|being alive|exist|be on this earth|be in this world|go on living|keep living|keep going)(?! (?:here|there|with|in (?:this|that|the|a|my|his|her) (?:house|home|apartment|building|place|city|room|shelter|town|neighborhood)|at|on|near|next|so far|alone|off|to))',
			'(?:dont|do not|dnt|no longer) (?:want to|wanna|wana) be here (?:anymore|any more|no more|at all)',
			'(?:dont|do not|dnt|never) (?:want to|wanna|wana) wake up(?: anymore| any more| again| ever| tomorrow)?(?= (?:\\.|and |to this ))',
			'(?:(?:not|never) (?:to )?wake up (?:again|anymore|ever)|(?:sleep|bed) and (?:not|never) wake up)',
			'why (?:not|dont i|shouldnt i) (?:just )?(?:kill myself|die|end it)',
			'(?:no|dont have a|dont see a|any) (?:reason|point) (?:to|in|of) (?:live|living|being alive|going on)',
			'nothing (?:left )?to live for',
			'(?:dont|do not|cant) see (?:the|a|any) (?:point|reason) (?:of|in|to) (?:living|live|life|going on|being here)',
			'(?:give up|giving up|gave up) on (?:life|living)',
			'(?:life|living) (?:is not|isnt|aint|not|is no longer|isnt even) worth(?: it| living)?',
			'(?:tired|sick|done|over|exhausted) (?:of|with|from) (?:living|life|being alive|existing)(?! (?:here|there|with|in|at|on|out|alone))'
		],
		es: [
			'(?:ya )?(?:no|nunca) (?:quiero|kiero|quisiera|deseo|tengo ganas de|me dan ganas de|me interesa) (?:seguir )?(?:(?:v|b)i(?:v|b)ir|(?:v|b)i(?:v|b)iendo|existir|estar (?:v|b)i(?:v|b)[ao]|estar en este mundo|despertar)(?! (?:aqui|alla|ahi|con|en (?:esta?|ese|esa|la|el|un|una|mi|su) (?:casa|apartamento|departamento|edificio|barrio|cuarto|ciudad|lugar|trailer|refugio)|cerca|lejos|junto|sol[ao]|a la|al|tarde|temprano))',
			'ya no (?:quiero|kiero|quisiera) (?:estar aqui|seguir|seguir aqui|seguir asi|seguir adelante|nada)(?= (?:\\.|y |porque |pero ))',
			'no (?:le )?(?:encuentro|veo|hallo|tiene) (?:ningun |el )?sentido a (?:la|mi|esta) (?:v|b)ida',
			'(?:me gustaria|quisiera|ojala) (?:ya )?no (?:despertar|existir|estar (?:v|b)i(?:v|b)[ao])',
			'(?:mejor|ya) me muero(?! (?:por|de))',
			'si (?:me muero|me muriera|yo muriera|me mato)(?= (?:nadie|todos|todo|a nadie|mis|mi|\\.))',
			'pensamientos de (?:muerte|morir)',
			'(?:ya )?no (?:quiero|kiero) estar aqui(?= (?:\\.|y |mas |nunca |porque ))',
			'no (?:vale|bale) la pena (?:seguir )?(?:(?:v|b)i(?:v|b)ir|(?:v|b)i(?:v|b)iendo)',
			'(?:mi|la) (?:v|b)ida (?:ya )?no (?:vale(?: nada| la pena)?|tiene sentido)',
			'(?:para|pa) que (?:(?:v|b)i(?:v|b)ir|(?:v|b)i(?:v|b)o|sigo (?:v|b)i(?:v|b)[ao]|seguir (?:v|b)i(?:v|b)iendo)',
			'no tengo (?:por que|razon para|motivos? para|nada por que) (?:v|b)i(?:v|b)ir',
			'(?:cansad[ao]|hart[ao]) de (?:(?:v|b)i(?:v|b)ir|la (?:v|b)ida|mi (?:v|b)ida|estar (?:v|b)i(?:v|b)[ao])(?! (?:aqui|alla|con|en|sol[ao]|asi de))',
			'(?:por que|pq) no (?:matarme|morirme|suicidarme|me mato|me muero ya)'
		]
	},
	{
		danger: 'self', // a burden to the others
		evenDenied: true,
		en: [
			'better (?:off |of )?(?:without me|if i (?:was|were|am) (?:dead|gone|not here|not around)|if i (?:died|wasnt here|werent here|werent around|wasnt around|disappeared))(?! (?:driving|cooking|there for|in the (?:room|kitchen)))',
			'(?:better|bettr) (?:off|of) dead',
			'(?:no ?one|nobody|noone) (?:would|will|ll|d) (?:even )?(?:miss me|notice if i (?:died|was gone|disappeared|were gone)|care if i (?:died|was gone|was dead|disappeared|lived or died))',
			'(?:im|i am|i feel like|feel like|being|am) (?:just |only |nothing but )*a burden'
		],
		es: [
			'mejor (?:sin mi|si yo no (?:estuviera|existiera|estoy|estubiera)|si me (?:muero|muriera|voy para siempre))(?= (?:\\.|y |si |porque |aqui |en |todos |que |ya |la verdad))',
			'(?:estarian|estaria|estaran|estan|serian|vivirian) mejor sin mi(?= (?:\\.|y |si |porque |aqui |en |todos |que |ya |la verdad))',
			'mejor (?:estar )?muert[ao]',
			'(?:nadie|ninguno) (?:me )?(?:(?:va a|iba a) )?(?:extranaria|extranar|extranaran|extranara|echaria de menos|llorar|lloraria|se daria cuenta si me)',
			'a nadie le (?:importaria|importa|va a importar) si (?:me muero|me muriera|desaparezco|vivo|me mato|no estoy)',
			'(?:soy|siendo|siento que soy|me siento) (?:solo |nada mas |nomas |puro |pura )?(?:una|un) (?:carga|estorbo)(?! de (?:trabajo|ropa))'
		]
	},
	{
		danger: 'self', // at the end of one's strength
		evenDenied: true,
		en: [
			'(?:i )?(?:cant|cannot|can not|cnt) (?:just )?(?:take|handle|do|bear|stand) (?:it|this|life|this life)(?: all)? (?:anymore|any more|no more|any longer)',
			'i (?:just )?(?:cant|cannot|can not|cnt) (?:anymore|any more|no more|go on|keep going|keep living|live like this|live anymore|live no more)(?= (?:\\.|like |and |with |i |anymore |any |living ))',
			'(?:want|wanna) (?:it|this|everything|the pain) (?:all )?to (?:end|stop|be over)(?! (?:soon|early|on time|at|by))',
			'no way out(?! of)'
		],
		es: [
			'no (?:puedo|pued|peudo|puedoo) (?:mas|mass|maz)(?! (?:que |tarde|temprano|de |con (?:la (?:ropa|tarea|limpieza|cocina|loza|bolsa)|los trastes|las bolsas)|con el (?:calor|frio|hambre|sueno)|rapido|adelante|por hoy|ahorita|alla|cerca))',
			'no (?:aguanto|awanto|soporto|resisto|doy) (?:mas|pa mas|para mas)(?! (?:calor|frio|ruido|dulces?|comida|de comer|de risa|hambre|sueno))',
			'ya no (?:aguanto|puedo|soporto|resisto|doy)(?= (?:\\.|esta vida|vivir|esto |con (?:esto|esta|todo|mi (?:v|b)ida|la (?:v|b)ida)|todo |nada |y |seguir viviendo|seguir asi))',
			'no puedo seguir (?:asi|viviendo|viva|vivo|adelante)',
			'no (?:hay|veo|encuentro|le veo|tengo) (?:ninguna )?salida(?! (?:en|al|de la|a la|por|hasta|este|esta|el|los|las|para))',
			'quiero que (?:todo )?(?:esto )?(?:se acabe|termine|acabe) (?:todo|ya|de una vez|para siempre)'
		]
	},
	{
		danger: 'child', // harm to a child, meant or feared
		evenDenied: true,
		en: [
			`(?:want|wanted|going|about|might|could|will|ill|urge|afraid|scared|fear|worried|terrified|wanna|gonna|almost|thoughts?|thinking|thought|think|dont want|try not|images|dreams?)(?: (?:to|i|im|ill|of|about|might|could|will|would|going|gonna|that|just|really|id|am))* (?:hurt|hurting|harm|harming|kill|killing|shake|shaking|drown|drowning|smother|smothering|suffocate|choke|hit|hitting|drop|throw|throwing|slap|burn|shook) (?:${someoneDear}|him|her|them)(?! (?:s |bottle|hand|feelings|a (?:party|birthday|ball|kiss|bone|toy)|off|the (?:ball|toy|bottle)|in the bath|with (?:a|love)|out|up|when he cheats|at (?:school|daycare|work|home|the)))`,
			`(?:shook|smothered|burned|choked|hurt|hit|threw) (?:my|the|our) (?:baby|newborn|infant|kid|child|son|daughter|toddler)(?! (?:s |a |up|feelings|bottle|off|clothes|toys?))(?= (?:\\.|hard|again|because|today|last|when|so|and|on|against|across|in the))`,
			`(?:baby|child|kid|kids|son|daughter|children) (?:would be|is|are|be) better (?:off )?dead`,
			`(?:hes|shes|he is|she is|he|she) (?:is )?(?:hitting|hurting|beating|hits|beats|hurts|touching|touches|abuses|abusing|molests) (?:my|our|the) (?:baby|kid|kids|child|children|son|daughter|girl|boy)(?! s )`
		],
		es: [
			`(?:quiero|quisiera|queria|ganas de|voy a|iba a|puedo|pudiera|podria|miedo de|miedo a|miedo que|temo|terror de|pienso en|pensar en|pensado en|pensando en|pensamientos de|casi|impulso de|dan ganas de|no quiero|imagino|imagenes de)(?: (?:que|le|lo|la|los|las|yo|a))* (?:lastimar|lastimarl[oae]s?|lastime|matar|matarl[oa]s?|mato|sacudir|sacudirl[oa]s?|sacudo|ahogar|ahogarl[oa]s?|ahogo|asfixiar|asfixiarl[oa]|golpear|golpearl[oa]s?|golpeo|pegar|pegarle|pegarles|pego|tirar|tirarl[oa]|aventar|aventarl[oa]|avento|quemar|quemarl[oa]|hacerles? dano|haga dano|hacer dano)(?: ${someoneDearEs}(?! s )|(?= (?:\\. |contra |con la almohada|si |cuando |porque |y )))`,
			`(?:sacudi|golpee|lastime|queme|ahogue|le pegue|avente) (?:muy |bien )?(?:fuerte |duro )?(?:a |al )(?:mi |la |mis |los )?(?:bebe|bebita|bebito|hij[oa]s?|nin[oa]s?|nene|nena|recien nacid[oa])`,
			`(?:le|les) (?:pega|golpea|hace dano|hace cosas|toca) (?:a mi|a mis|a nuestr[oa]s?|al|a la|a los) (?:bebe|hij[oa]s?|nin[oa]s?|nene|nena)`,
			`(?:mi|el|la) (?:bebe|hij[oa]|nin[oa]) (?:estaria|esta) mejor muert[oa]`
		]
	},
	{
		danger: 'partner', // someone hurts, threatens or holds her
		en: [
			`${him} (?:hit|hits|hitting|is hitting|beat|beats|beating|punched|punches|slapped|slaps|kicked|kicks|choked|chokes|strangled|strangles|grabbed|shoved|shoves|pushed|pushes|hurt|hurts|raped|rapes|abused|abuses|attacked|burned|stabbed|bit) me(?! (?:up|back (?:later|up)|on the (?:swings?|bike|sled)|with (?:a|the) (?:bill|ball|pillow|question|news|joke|good)|that|a (?:text|message|call)|to (?:do|be|finish|study|go|work)|feelings|in (?:cards|a game|the game)|at (?:cards|chess|a game|the game|video|uno)|playing|by accident|off|out))`,
			`(?:hits|hit|beats|beat|chokes|choked|punched|slapped|kicked|strangled) me(?= (?:when|if|because|again|every|last|in front|so|and|until|with his|in the (?:face|stomach|head|belly)))`,
			'(?:he|husband|boyfriend|partner|ex) (?:puts|put|laid|lays|raised|raises) (?:his )?hands? (?:on|to|at) me',
			'hes (?:hitting|beating|choking|hurting|abusing|threatening) me',
			'(?:threatens?|threatened|threatening|says|said|swore|swears|hes going|he is going|hes gonna|going) (?:that )?(?:he )?(?:to|hed|hell|will|would|is going to|gonna|hes going to|hes gonna) (?:kill|hurt|shoot|hit|beat) (?:me|us|the kids|my kids|my baby)',
			'(?:threatens|threatened|threatening) me(?: with)?',
			'(?:afraid|scared|terrified) of (?:him|my (?:husband|partner|boyfriend|bf|ex|man|spouse|wife|girlfriend|babys (?:dad|father))|what (?:he|she) (?:might|will|could|would) do)',
			'(?:afraid|scared|terrified|fear|fearing) for my (?:life|safety)',
			'(?:he|she|husband|boyfriend|partner|ex) (?:wont|doesnt|does not|never|will not|didnt) let me (?:leave|go out|out|see (?:my )?(?:family|friends|anyone)|have (?:my )?(?:phone|money)|use (?:my|the) phone|talk to)(?! (?:of the car|the dishes))',
			'(?:locks|locked|keeps|kept) me (?:in(?! (?:the loop|mind|touch|line|the know))|inside|locked|trapped)(?! (?:mind|touch))',
			'(?:forces|forced|makes|made) me (?:to )?(?:have|do) sex',
			'not safe at home',
			'dont feel safe (?:at home|with (?:him|my)|around him|in my (?:own )?(?:house|home))',
			'(?:he|husband|boyfriend|partner|ex) (?:has|got|pulled|pointed|keeps) (?:a|his|the) (?:gun|knife|weapon)(?! (?:show|for the|to cut))'
		],
		es: [
			'me (?:pega|pego|golpea|golpeo|golpeaba|pegaba|cachetea|cacheteo|patea|pateo|ahorca|ahorco|estrangula|estrangulo|empuja|empujo|jalonea|jaloneo|maltrata|viola|violo|quemo|madrea|madreo|estaba ahorcando|esta golpeando|esta pegando)(?! (?:el|la|un|una|mucho el|mucho la|fuerte el|duro el|los rayos|en (?:la ventana|los ojos|la puerta))| de susto| a (?:la|el) ventana| al (?:cafe|trabajo|chisme|baile))',
			'me (?:puso|pone|ha puesto|levanta|levanto|alza|alzo) la mano(?: encima)?',
			'me (?:agarro|agarra|apreto|aprieta|jalo|jala) (?:del|por el|el|de los|de las) (?:cuello|pelos|grenas|mechas)',
			'me (?:amenaza|amenazo|amenazaba|esta amenazando|tiene amenazada)(?: con| de)?(?! con llover)',
			'(?:dice|dijo|jura|amenaza|amenazo|amenaza con|amenazo con) (?:que |con )?(?:me va a |va a |nos va a )?(?:matar|matarme|golpear|golpearme|pegarme|lastimarme|hacerme dano|quitarme a (?:los|mis) (?:ninos|hijos))',
			'(?:el|esposo|marido|novio|pareja|ex) (?:me|nos) (?:va a|quiere) (?:matar|golpear|lastimar|hacer dano)',
			'(?:le tengo|tengo|me da) (?:mucho )?miedo (?:a|de|mi|el)? ?(?:a mi |mi )?(?:esposo|marido|novio|pareja|ex|lo que (?:el )?(?:pueda|me pueda|me puede|puede) hacer(?:me)?|que me (?:mate|pegue|golpee|lastime|haga dano))',
			'le tengo (?:mucho )?miedo a el',
			'no me deja (?:salir|ir|ver a mi familia|tener (?:dinero|telefono|amigas)|usar (?:el|mi) telefono|hablar con (?:mi familia|nadie|mis amigas))(?! (?:la lluvia|el sueno))',
			'me (?:encierra|encerro|tiene encerrada|tiene encerrado|deja encerrada)',
			'me (?:obliga|obligo|forza|forzo|fuerza) a (?:tener (?:sexo|relaciones)|acostarme)',
			'no (?:me siento|estoy) (?:segur[ao]|a salvo) (?:en (?:mi )?casa|con el)',
			'(?:el|esposo|marido|novio|pareja|ex) (?:tiene|saco|trae|me apunto con|me saco) (?:una|un|la|el) (?:pistola|arma|cuchillo|machete)(?! (?:para|del? pan|de mesa))'
		]
	}
];

/**
 * Everyday sayings with hard words in them. They are taken out of the text before it is read, so that "me muero de
 * risa" stays a laugh and whatever stands around it is still heard.
 */
export const sayings: readonly { en: readonly string[]; es: readonly string[] }[] = [
	{
		en: [
			'(?:dying|die|died|dead) (?:of|from|with) (?:laugh\\w*|embarrassment|boredom|hunger|curiosity|happiness|cuteness|excitement|old age)',
			'(?:dying|die|died|dead) laughing',
			'(?:dying|die) (?:to|for) (?:see|know|try|eat|meet|hear|go|find|have|hold|a|some|that|those)',
			'to die for',
			'(?:phone|battery|car|laptop|tablet|plant|plants|engine|signal|wifi) (?:is |was |keeps |about to |going to |wants to |might )*(?:die|dies|died|dying|dead)',
			'die hard',
			'old habits die'
		],
		es: [
			'(?:me )?(?:muero|moria|mori|morir|morirme|morirse|muriendo|muere|mueren) de(?: la| el| pura| puro| tanta| tanto)? (?:risa|hambre|sueno|sed|frio|calor|ganas|verguenza|pena|curiosidad|amor|ternura|aburrimiento|alegria|emocion|antojo|nervios|felicidad|viej[ao]|cansancio|susto|cosquillas)',
			'(?:me )?(?:muero|moria|morir) por (?:ver|verte|comer|un|una|ir|saber|dormir|probar|conocer|mis|ell[oa]s)',
			'(?:el|mi) (?:telefono|celular|carro|bateria|pila) (?:se )?(?:murio|muere|esta muerto)'
		]
	},
	{
		en: [
			'(?:could|would|id|i d|might) kill (?:for|him for a coffee|somebody for)',
			'kill(?:ing)? (?:time|two birds|some time|an hour|the mood|the lights?|the engine|weeds|germs|ants|bugs|roaches|mosquitoes)',
			'(?:feet|foot|back|head|legs?|knees?|shoes|heels|arms?|shoulders?|boobs|breasts|tooth|teeth|neck|heat|stairs|cramps|commute|suspense|homework) (?:is|are|was|were|be) (?:just |really )*killing me',
			'(?:mom|mother|mama|boss|teacher|sister|landlord|grandma|friend|dad) (?:is going to|is gonna|will|gonna|would|ll) kill me',
			'(?:shoot|shot) (?:myself|me) in the foot',
			'shoot me a (?:text|message|email)',
			'hit me (?:up|with a text|that|like|back)',
			'(?:it|that|this|the news|reality|the bill|the heat|the smell|everything|the ball|the door) (?:just |really |all |suddenly )*(?:hit|hits|beat|beats|hurt|hurts|slapped) me'
		],
		es: [
			'mat(?:ar|o|ando|amos|e) (?:el |mi |un poco de |algo de )?tiempo',
			'mat(?:ar|o|ando|amos|e) (?:el|la|las|los|un|una|dos) (?:hambre|rato|aburrimiento|cucarachas?|mosquitos?|hormigas?|aranas?|moscas?|rato|pajaros|ganas|germenes|curiosidad|ratones|raton|chinches|piojos)',
			'mat(?:aria|o) por (?:un|una|unas|unos)',
			'(?:me )?(?:mato|estoy matando|matandome|me mate|matarme) (?:trabajando|estudiando|limpiando|cocinando|haciendo)',
			'(?:mi )?(?:mama|madre|jefe|jefa|abuela|hermana|suegra|maestra|amiga|papa|ama) (?:me )?(?:va a |quiere )?(?:matar|mata|matara)(?: si)?',
			'(?:los|las|el|la|mis|mi|estos|estas) (?:pies|zapatos|espalda|cabeza|piernas|tacones|rodillas|calor|escaleras|hambre|sueno|muela) (?:me )?(?:mata|matan|esta matando|estan matando)',
			'(?:me )?pega (?:mucho |fuerte |bien |duro )*(?:el|la|un|una) (?:sol|calor|frio|hambre|sueno|aire|viento|nostalgia|luz)',
			'(?:me )?pego (?:un |una |el |la )(?:bano|banito|susto|antojo|gripe|gripa|tos|catarro|covid|vuelta|siesta|idea)'
		]
	},
	{
		// A small child who hits is a small child.
		en: [
			'(?:baby|toddler|son|daughter|kid|kids|boy|girl|little one|year old|cat|twins|niece|nephew) (?:(?:always|just|also|still|sometimes|keeps|often|already|has|had) )*(?:hit|hits|hitting|bit|bites|biting|kicked|kicks|kicking|slapped|slaps|pushed|pushes|beat|beats|punched|grabbed|scratched) me',
			'baby (?:is )?kick(?:s|ed|ing)? (?:me|hard)'
		],
		es: [
			'(?:bebe|bebita|bebito|hij[oa]|nin[oa]|nene|nena|gato|gata|sobrin[oa]|chiquit[oa]|anos|gemel[oa]s) (?:(?:ya|siempre|a veces|tambien|todavia|todo el tiempo|mayor|menor) )*(?:no )?(?:me )?(?:deja|pega|pego|patea|pateo|empuja|empujo|muerde|jala|golpea|golpeo|cachetea)',
			'(?:me )?(?:patea|pateo) (?:el bebe|la bebe|mi bebe)'
		]
	},
	{
		en: [
			'(?:\\d+|many|few|some|several|how many|of|more) kms',
			'kms (?:away|from|per|an hour|to)',
			'suicide (?:squad|prevention|awareness|hotline)',
			'dress to kill',
			'killer (?:mom|body|outfit|recipe)',
			'cut myself (?:some|a) '
		],
		es: [
			'(?:\\d+|unos|pocos|muchos|varios|cuantos|mas) kms',
			'kms (?:de|a|por|hasta|desde)',
			'escuadron suicida',
			'prevencion del? suicidio',
			'naturaleza muerta',
			'muert[ao] de (?:risa|hambre|sueno|cansancio|sed|frio|calor|miedo|verguenza|pena|ganas)'
		]
	}
];
