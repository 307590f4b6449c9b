import { freshState } from '../../emulator/fresh.js';

/** The object id that Azure Security Insights has in the emulator, where nobody set another one. */
export const emulatedInsights: string = freshState({}).settings.securityInsightsId;
