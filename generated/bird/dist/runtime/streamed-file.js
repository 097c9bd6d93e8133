// Generated from the runtime of telltale. Do not edit.

export {};
