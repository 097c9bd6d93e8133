// Generated from the runtime of telltale. Do not edit.

import type { PageToken } from "./page-error.js";
/**
 * Answers whether a token came before, in bounded memory: exactly for the last hundred, and a longer
 * cycle is found by Brent's method, which keeps one token and moves it on at each power of two.
 */
export declare function repetitionGuard(): (token: PageToken) => boolean;
