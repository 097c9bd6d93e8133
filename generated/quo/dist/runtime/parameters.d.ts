// Generated from the runtime of telltale. Do not edit.

import type { ParameterStyle, ParameterWriter } from "./operation.js";
/** Wire name to style; with the key in `params` where that is not the wire name. */
export type ParameterStyles = Readonly<
  Record<string, ParameterStyle | readonly [style: ParameterStyle, key: string]>
>;
/** The parameters of an operation in one place: its query, headers or cookies. */
export declare function parameters(styles: ParameterStyles): ParameterWriter;
