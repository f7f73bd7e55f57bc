package dev.dbpreflight.snapshot;

import dev.dbpreflight.model.Grant;
import dev.dbpreflight.snapshot.Node.Members;
import java.util.ArrayList;
import java.util.List;

/** Grants, one line per grantee. */
final class GrantJson {

  private GrantJson() {}

  static void write(MembersOut out, List<Grant> grants) {
    List<Members> grantees = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= grants.size(); end++) {
      String grantee = grants.get(start).grantee();
      if (end == grants.size() || !grants.get(end).grantee().equals(grantee)) {
        grantees.add(writeGrantee(grantee, grants.subList(start, end)));
        start = end;
      }
    }
    out.spread("grants", grantees);
  }

  private static Members writeGrantee(String grantee, List<Grant> grants) {
    List<String> privileges = new ArrayList<>();
    List<String> grantable = new ArrayList<>();
    for (Grant grant : grants) {
      (grant.grantable() ? grantable : privileges).add(grant.privilege());
    }
    return new MembersOut()
        .text("grantee", grantee)
        .texts("privileges", privileges)
        .texts("grantable", grantable)
        .members();
  }

  static List<Grant> read(MembersIn in) {
    List<Grant> grants = new ArrayList<>();
    for (MembersIn item : in.items("grants")) {
      String grantee = item.text("grantee");
      for (String privilege : item.texts("privileges")) {
        grants.add(new Grant(grantee, privilege, false));
      }
      for (String privilege : item.texts("grantable")) {
        grants.add(new Grant(grantee, privilege, true));
      }
      item.done();
    }
    return grants;
  }
}
