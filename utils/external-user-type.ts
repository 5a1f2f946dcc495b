/** What kind of account a user is to this tenant; the names of Conditional Access where it has one. */
export type ExternalUserType =
  | 'internalGuest'
  | 'internalMember'
  | 'b2bCollaborationGuest'
  | 'b2bCollaborationMember'
  | 'uncertain';
