package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Storage;

/** How a relation is kept on disk. */
final class StorageJson {

  private StorageJson() {}

  /**
   * @param method the access method that is left out
   */
  static MembersOut write(MembersOut out, Storage storage, String method) {
    return out.members(
        "storage",
        new MembersOut()
            .text("accessMethod", storage.accessMethod(), method)
            .text("tablespace", storage.tablespace(), "")
            .texts("options", storage.options())
            .members());
  }

  static Storage read(MembersIn outer, String method) {
    MembersIn in = outer.members("storage");
    if (in == null) {
      return Storage.DEFAULT.accessMethod().equals(method)
          ? Storage.DEFAULT
          : new Storage(method, "", Storage.DEFAULT.options());
    }
    Storage storage =
        new Storage(
            in.text("accessMethod", method), in.text("tablespace", ""), in.texts("options"));
    in.done();
    return storage;
  }
}
