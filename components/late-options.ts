// Loaded together, when Options are first opened or a choice was remembered: few admins ever need them.
export { draftedPlan } from './drafted-plan';
export { OptionFields } from './option-fields';
