package dev.dbpreflight.connect;

import java.util.Set;

/** What is known of kinds of file systems, by the words that systems have for them. */
final class FileSystems {
  /** Other machines write to them as well, or the kernel that does the locking is another one. */
  private static final Set<String> SHARED =
      Set.of(
          "9p",
          "afpfs",
          "afs",
          "beegfs",
          "ceph",
          "cifs",
          "fakeowner",
          "fuse.gcsfuse",
          "fuse.glusterfs",
          "fuse.grpcfuse",
          "fuse.osxfs",
          "fuse.rclone",
          "fuse.s3fs",
          "fuse.sshfs",
          "fuse.vmhgfs-fuse",
          "lustre",
          "nfs",
          "nfs4",
          "prl_fs",
          "smb3",
          "smbfs",
          "vboxsf",
          "webdav");

  /** They show rights that nobody has set: everybody's, usually. */
  private static final Set<String> WITHOUT_RIGHTS =
      Set.of("drvfs", "exfat", "fuseblk", "msdos", "ntfs", "ntfs3", "vfat", "virtiofs");

  private FileSystems() {}

  static boolean isShared(String type) {
    return SHARED.contains(type);
  }

  /** Whether the rights that files show there are those that count. */
  static boolean hasRights(String type) {
    return !isShared(type) && !WITHOUT_RIGHTS.contains(type) && !type.startsWith("fuse.");
  }
}
