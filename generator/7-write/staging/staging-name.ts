/**
 * While a client is written its folder has this one inside. It always has a file `holder-…` whose name says which
 * process holds it: it comes into being with it, under a name of its own, and is given up by a rename.
 */
export const stagingName = ".telltale-staging";
