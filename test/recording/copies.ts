/** How many broken copies of each fixture the corpus checks read. RECORDING_MUTATIONS=10000 asks for more, which takes half an hour of processor time. */
export const COPIES = Number(process.env['RECORDING_MUTATIONS'] ?? 500);
