/** Whether a field, or a row of boxes, asks for a code of ours. */
import { fieldWords as words } from './field-words';
import { matches } from './page-elements';
import { type Field, isInput, maxLengthOf, type Row } from './page-field';
import { descriptionsOf, labelsOf, namesOf, ownNamesOf, purposesOf, textNear } from './page-field-texts';

const OTHER_PURPOSES = /^(?:cc-.*|postal-code|email|username|current-password|tel|tel-.*)$/;
const OR = /-(?:or|oder|ou|o)-/;

function speaksOfOthers(field: Field): boolean {
  const labels = labelsOf(field);
  const names = ownNamesOf(field);
  const purposes = purposesOf(field);
  if (purposes.some((purpose) => OTHER_PURPOSES.test(purpose))) return true;
  if (purposes.includes('new-password') && matches(field, '[type=password i]')) return true;
  if ([...names, ...labels].some((text) => words.otherCodes.test(text))) return true;
  if (names.some((text) => words.otherSubjects.test(text) || words.otherWays.test(text))) return true;
  if (labels.some((text) => words.spareCodes.test(text))) return true;
  const told = [...labels, ...descriptionsOf(field)];
  const isSent = told.some((text) => words.otherWays.test(text)) || words.sent.test(textNear(field));
  return isSent && ![...told, textNear(field)].some((text) => words.authenticators.test(text));
}

export function asksForCode(field: Field): boolean {
  if (purposesOf(field).includes('one-time-code')) return true;
  if (matches(field, 'textarea') || speaksOfOthers(field)) return false;
  if (namesOf(field).some((text) => words.codes.test(text))) return true;
  const labels = labelsOf(field);
  const isOther = (text: string) => text.split(OR).every((part) => words.otherSubjects.test(part));
  const isOurs = (text: string) =>
    text.split(OR).some((part) => words.codes.test(part) && !words.otherSubjects.test(part));
  return [...labels, ...descriptionsOf(field)].some(isOurs) && !labels.some(isOther);
}

/** A field for as many digits as the code has, where the words around it speak of the app. */
export function isMadeFor(field: Field, code: string): boolean {
  if (!isInput(field) || speaksOfOthers(field) || labelsOf(field).some((text) => words.otherSubjects.test(text)))
    return false;
  const pattern = field.getAttribute('pattern') ?? '';
  const isNumeric =
    /^(?:numeric|decimal|tel)$/i.test(field.inputMode) ||
    /^(?:tel|number)$/.test(field.type) ||
    /\\d|0-9/.test(pattern);
  const shape = field.placeholder.replace(/[\s-]/g, '');
  const isLong =
    field.maxLength === code.length ||
    pattern.includes(`{${code.length}}`) ||
    (/^(?:\d+|x+|[_•·*#]+)$/i.test(shape) && shape.length === code.length);
  return isNumeric && isLong && words.secondSteps.test(textNear(field));
}

/** The boxes of a code that is typed one character to a box: as many as the code has, all marked so or some asking. */
export function boxesAmong(fields: Row, code: string): Row {
  if (code.length < 2) return [];
  const isMeant = (row: Row) => {
    const [first] = row;
    if (first === undefined || row.length !== code.length) return false;
    if (row.some(asksForCode)) return true;
    if (row.some(speaksOfOthers)) return false;
    const near = textNear(first);
    const isOther = words.otherCodes.test(near) || words.otherSubjects.test(near);
    return !isOther || words.codes.test(near) || words.secondSteps.test(near);
  };
  const single = fields.filter((field) => maxLengthOf(field) === 1);
  if (single.length === code.length) return isMeant(single) ? single : [];
  const narrow = fields.filter((field) => {
    return maxLengthOf(field) === 1 || field.offsetWidth <= 1.5 * field.offsetHeight;
  });
  const isNamed =
    narrow.some(asksForCode) || narrow.every((box) => labelsOf(box).some((text) => words.boxes.test(text)));
  return isNamed && isMeant(narrow) ? narrow : [];
}
