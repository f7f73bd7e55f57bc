package dev.dbpreflight.connect;

/** Whether another attempt to connect may end differently. */
enum Outlook {
  /** In a moment: nobody listens yet, the server says that it is starting or full. */
  PASSING,

  /** Perhaps, but not within seconds: a database that somebody may still create, a slow network. */
  SLOW,

  /** Not before somebody has changed something: a password, a right, a certificate. */
  LASTING
}
