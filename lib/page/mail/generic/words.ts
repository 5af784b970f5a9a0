/** The words by which mail pages name their parts, in the languages they are often met in. Each is tried on one name at a time. */
export const TO =
  /^(mail|compose|msg|message|email)?[-_ ]*(to|an|à|para|til|till|naar)([-_ ]*(address(es)?|field|input|recipients?))?\W*$|recipient|empf(ä|ae)nger|destinat(aire|ario)|ontvanger/i;
export const CC = /(^|[-_ ])cc\b|\bcarbon copy|^kopie\b/i;
export const BCC = /(^|[-_ ])bcc\b|blind ?(carbon )?copy|blindkopie/i;
export const SUBJECT = /subject|betreff|\bobjet\b|asunto|oggetto|onderwerp|ämne/i;
export const BODY = /body|message|nachricht|editor|content|inhalt|text|corps|mensaje|messaggio/i;
export const OWN_ADDRESS =
  /\byour\b|\bihre?\b|\bdeine?\b|\bfrom\b|\bvon\b|sender|absender|reply|votre|login|user|sign/i;

const VERB =
  'send|senden|absenden|verschicken|versenden|envoyer|enviar|invia|verzenden|verstuur|skicka|wyślij|отправить';
export const SEND = new RegExp(
  `^\\W*((${VERB})( (it|now|mail|e-?mail|message|nachricht))?|(jetzt|(e-?)?mail|nachricht) (${VERB}))\\W*(\\(.*\\))?\\W*$`,
  'i',
);
export const COMPOSE =
  /^\W*(compose( (new )?(mail|e-?mail|message))?|new (mail|e-?mail|message)|write( (a |an )?(new )?(mail|e-?mail|message))?|verfassen|(neue )?(e-?mail|mail|nachricht) (verfassen|schreiben)|neue (e-?mail|mail|nachricht)|schreiben|rédiger|nouveau (message|mail)|écrire|redactar|nuevo (mensaje|correo)|scrivi|nuovo messaggio|opstellen|nieuw bericht|skriv)\W*$/i;
export const SENT =
  /\b(sent|has been sent|delivered|on its way|gesendet|verschickt|versendet|versandt|unterwegs|envoyé|enviad[oa]|inviat[oa]|verzonden|skickat)\b/i;
export const NOT_SENT = /\b(not|nicht|pas|non|niet|no|fail(ed)?|error|fehler)\b/i;
