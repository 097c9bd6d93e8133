/**
 * Checks that the compiler does not pass yet, each with the reason. The scenario says what is wanted;
 * an entry whose check starts to pass fails the run, and so does one that names no check.
 */
export const knownFailures: Readonly<Record<string, string>> = {
  "all-of/annotating-member.md: interface Person":
    "a member of allOf without constraints makes a copy of the other",
  "all-of/base-with-map.md: emitted code type-checks":
    "an interface extends a base whose index signature it widens",
  "names/keyword-components.md: compiles 1":
    "reserved words are compared without regard to case",
  "names/operation-and-component.md: compiles 1":
    "functions and types share one registry that ignores case",
  "names/operation-and-component.md: interface Pet":
    "functions and types share one registry that ignores case",
  "names/tag-called-proto.md: decode Either 1":
    "a value that fits no closed variant is named after the last one",
  "operations/contextual-keywords.md: compiles 1":
    "words that only types reserve count as keywords for functions",
  "operations/no-operation-id.md: compiles 1":
    "`get` counts as a keyword, and the clash is reported as a duplicate id",
  "operations/no-operation-id.md: diagnostics":
    "`get` counts as a keyword, and the clash is reported as a duplicate id",
  "operations/parameter-called-constructor.md: emitted code type-checks":
    "`{}` is the default of params that no object literal fits",
  "pages/parameter-only.md: diagnostics":
    "a one-sided guess is not reported; the code is still to be chosen",
  "pages/response-only.md: diagnostics":
    "a one-sided guess is not reported; the code is still to be chosen",
  "pages/two-arrays.md: diagnostics":
    "a one-sided guess is not reported; the code is still to be chosen",
  "schemas/closed-empty.md: compiles 1":
    "a closed object without properties is emitted as `{}`",
  "schemas/enum-empty.md: diagnostics":
    "an enum without values is never without a word",
  "schemas/enums-open.md: narrows 1": "an enum that serves as a tag is opened",
  "schemas/enums-open.md: type Level": "enums of numbers are not opened",
  "schemas/nullable-anything.md: interface Holder": "null is added to unknown",
  "schemas/required-undeclared.md: diagnostics":
    "nothing reports schema/required-undeclared",
  "unions/array-against-array.md: diagnostics":
    "a plain union of arrays is emitted without a warning",
  "unions/literal-and-presence.md: decode Part 1":
    "a value that fits no closed variant is named after the last one",
  "unions/literal-sets-shared.md: decode Invoice 1":
    "a shared literal leaves the union plain instead of ambiguous",
  "unions/literal-sets-shared.md: diagnostics":
    "a shared literal leaves the union plain instead of ambiguous",
  "unions/nullable-3-0.md: interface Holder":
    "nullable beside a reference copies what is referred to",
  "unions/nullable-reference.md: interface Owner":
    "nullable around a reference copies what is referred to",
  "unions/object-or-map.md: diagnostics":
    "a plain union of an object and a map is emitted without a warning",
  "unions/presence-closed.md: decode Content 1":
    "a value that fits no closed variant is named after the last one",
  "unions/presence.md: diagnostics":
    "overlap by presence has no witness and is not reported",
  "unions/recursive-decoded.md: decode Tree 1":
    "a value that fits no closed variant is named after the last one",
  "unions/same-in-typescript.md: type Flag":
    "true and false are not merged into boolean",
  "unions/sent-and-received.md: compiles 1":
    "the unrecognized arm takes any object where a union is sent, as its `kind` is optional",
  "unions/tag-in-additional.md: decode Holder 1":
    "the shape of additional properties looks at declared ones as well",
  "unions/tag-in-tuple.md: decode Pair 1":
    "the shape of one place of a tuple looks at all places",
  "unions/write-only-tag.md: decode Access 1":
    "write-only properties are tested in what is received",
  "unions/write-only-tag.md: diagnostics":
    "write-only properties are tested in what is received",
};
