/**
 * Words that tell nothing of which thing is meant: those of grammar, those by which anything is asked for, and those of time and
 * number. English and German; in other languages it takes quotes or a capital letter to name something by one word.
 */
const WORDS = `a about after all also an and any are as at be because been before but by can could did do does done each every few first
for from get give go had has have he her here hers him his how i if in into is it its just last least less let like made make many may me
might more most much must my myself need new next no not now of off on once one only or other others our ours out over own per please put
same send set several shall she should so some still such take than thank thanks that the their them then there these they this those to
today together tomorrow too two under until up upon us use very want was way we were what when where which while who whom whose why will
with without would write yes yet you your yours add book buy call change check choose copy create delete do edit find forward help invite
keep list look mail mention move name open order pay plan post read remove reply report reserve save schedule search see share show start
stop sum summarize summarise tell transfer update visit day days week month year morning evening noon time date hour hours minute minutes
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december largest smallest newest oldest latest biggest highest lowest cheapest best great good number id email e-mail message messages
following information content summary item items thing things aber alle als am an auch auf aus bei bis bitte da das dass dem den der des
die dies diese dieser du ein eine einem einen einer er es für haben hat heute ich ihm ihn ihr ihre im in ist kann mein meine mit morgen
nach neu neue nicht noch oder schon sein seine sich sie sind so soll über um und uns unser unter vom von vor war was wenn wer wie wir zu
zum zur senden schreiben lesen suchen finden löschen öffnen erstellen verschieben teilen antworten`;

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/));

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);
