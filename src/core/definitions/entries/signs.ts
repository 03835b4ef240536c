/** What joins paths in back-ticks to one list. */
export const LIST_SEPARATOR = /^\s*(?:[,;&+/]|,?\s*\b(?:and|or)\b)?\s*$/i;

/** What may stand behind a path without saying more: "`src/` directory". */
export const NOUN =
  /^\s*(?:files?|director(?:y|ies)|folders?|tree|and (?:(?:everything|all files|all) )?(?:below|in it|under it|inside))(?=\s*(?:$|[.,;:(–—]|-\s))/i;

const REMARK =
  /^\s*(?:$|[.;:,(#–—→⇒←✓✔☑✅✗✘✖❌⛔🚫]|-{1,2}>?\s|=>|<-)|^\s*(?:except|excluding|but not|not including|apart from|aside from|other than|unless|without|until)\b|^\s*not `/iu;
const CONDITION = /^\s*(?:if|when|with|only|ask)\b/i;

/** Whether a text begins as a remark does: a dash, a bracket, "except". */
export const startsRemark = (text: string): boolean => REMARK.test(text);

const EXCEPTION =
  /^\s*(?:except|excluding|but not|not including|apart from|aside from|other than|unless|not `)/i;

/** Whether a text begins as an exception does: "but not", "other than". */
export const startsException = (text: string): boolean => EXCEPTION.test(text);

/** Whether a text begins as a condition can: "if asked", "only with approval". */
export const startsCondition = (text: string): boolean => CONDITION.test(text);
