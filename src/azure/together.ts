/** What all give, asked at the same time. Where some fail, the first of them in this order counts: what is said does not depend on who is faster. */
export async function together<Given extends readonly unknown[]>(
  asked: readonly [...{ readonly [At in keyof Given]: Promise<Given[At]> }],
): Promise<Given> {
  const settled = await Promise.allSettled(asked);
  const values = settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
  return values as unknown as Given; // each in its place
}
