/** Words that carry no topic. English and German; in other languages rarity alone (the weights of `createIndex`) sorts them out. */
const english = `a about above after again against all also although always am among an and another any anyone anything are around as
at away back be became because become been before being below between both but by came can cannot come could day did do does doing done
down during each either else enough even ever every everyone few first for from further get gets give go goes going got had has have having
he her here hers herself him himself his how however i if in instead into is it its itself just know last least less let like likely
made make makes making many may maybe me might mine more most much must my myself near need never next no nor not nothing now of off often
on once one only onto or other others our ours out over own per perhaps put quite rather really said same say says see seem seems seen
several shall she should since so some someone something still such take taken than that the their theirs them themselves then there
these they thing things think this those though through thus to together too toward two under until up upon us use used using very via want
was way we well went were what when where whether which while who whom whose why will with within without would yes yet you your yours`;

const german = `aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bin bis bist da
dabei dafür dagegen daher damit danach daran darauf darin darüber darum das dass davon dazu dein deine dem den denen denn der deren des
deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines einige er es etwa etwas euch
euer für ganz gegen gibt habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist
ja jede jedem jeden jeder jedes jedoch jene jetzt kann kein keine keinen können könnte lassen machen mal man manche mehr mein meine mit
muss müssen nach neben nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so sogar soll
sollen sollte sondern sowie über um und uns unser unter viel viele vom von vor war waren warum was weil weiter welche welchem welchen
welcher wenn wer werden werde wie wieder will wir wird wo wobei wurde wurden während zu zum zur zwar zwischen`;

/** The commonest words of French, Spanish, Italian and Portuguese, without those that mean something in English. */
const romance = `ai al alla aux avec avoir aussi cela ces cet cette como con cuando da dans das de del della des deux di donde dos du e ela elle elles em en
entre era es esta está este être est et fait foi fue gli ha han hay il ils je jusqu la las le les leur leurs lo los lui mais mas más mayor me même mes
mi muito muy na nas nei nel nella no nos notre nous não o où ou ou os ou para par pas pela pelo pero perché più plus por porque pour qu quand que
quelle quem qui quien quoi se sem ser ses si sobre sont sono su sua sul sulla suo sur também tous tout toute un una une uno uns uma vous à às été`;

/** Words of the instruction itself: they say what to do, not what it is about. */
const task = `analyse analyze article articles brief briefing build check collect compare comparison compile compose contrast create
describe document documents draft email e-mail explain extract find forward gather give line link links list look mail main make message note
notes open outline overview page pages paragraph person please point points prepare produce read report research review search selection
send share short show site sites source sources state summarise summarize summary tab tabs tell text texts tldr website write
artikel bericht bitte dokument dokumente entwurf erkläre erstelle fasse finde kurz kurze kurzen kurzer lies mach nachricht quelle quellen schick schicke
schreib schreibe seite seiten sende stelle suche tabs text texte vergleich vergleiche kurzbericht überblick übersicht zeig zeige zusammen zusammenfassung
fais fais-moi faites résumé résume résumer résumez rapport écris comparez comparer resumen resume resumir haz informe páginas artículos resumo
riassunto riassumi pagine articoli`;

const listed = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

export const englishStops = listed(english);
export const germanStops = listed(german);
const otherStops = listed(romance);
export const taskWords = listed(task);

export const isStopWord = (word: string): boolean =>
  englishStops.has(word) || germanStops.has(word) || otherStops.has(word);
