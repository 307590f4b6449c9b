/** Where recordings send null although the specification does not say so: it stands for leaving the property out. */
export const alsoNull = { nullable: true } as const;
