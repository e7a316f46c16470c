/** What a name to sign in with looks like, with the blanks a person may have typed around it. */
export const loginPattern = /^\s*[a-z0-9][\w.@-]{1,63}\s*$/i
