package dev.dbpreflight.migrations;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts a changelog together from the mappings, lists and values of YAML or JSON, in their order.
 */
final class ChangelogTree {
  /** More entries than that come only from references to references. */
  private static final int ENTRIES = 1_000_000;

  /** No changelog nests that deep; the YAML library's time grows with the square of the depth. */
  private static final int DEPTH = 500;

  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, Frame> anchors = new HashMap<>();
  private final ChangelogNode root = new ChangelogNode("", 1);
  private int entries;

  private static final class Frame {
    private final ChangelogNode node;
    private final boolean mapping;
    private final String anchor;
    private final Set<String> keys = new HashSet<>();
    private String key;

    Frame(ChangelogNode node, boolean mapping, String anchor) {
      this.node = node;
      this.mapping = mapping;
      this.anchor = anchor;
    }
  }

  /**
   * @param anchor the name under which it can be referred to; empty when it has none
   */
  void start(boolean mapping, int line, String anchor) throws CodeFault {
    String name = nameOfNext(line);
    if (open.size() >= DEPTH) {
      throw new CodeFault(line, "is nested deeper than " + DEPTH + " levels");
    }
    open.push(new Frame(new ChangelogNode(name, line), mapping, anchor));
  }

  void end() throws CodeFault {
    Frame done = open.pop();
    if (!done.anchor.isEmpty()) {
      anchors.put(done.anchor, done);
    }
    attach(done.node, done.mapping);
  }

  void key(String key, int line) throws CodeFault {
    Frame frame = open.peek();
    if (!frame.keys.add(key)) {
      throw new CodeFault(line, "has the key \"" + key + "\" twice in one place");
    }
    frame.key = key;
  }

  /** A value, or a key where one is due. */
  void scalar(String text, int line, String anchor) throws CodeFault {
    if (!open.isEmpty() && open.peek().mapping && open.peek().key == null) {
      key(text, line);
      return;
    }
    ChangelogNode node = new ChangelogNode(nameOfNext(line), line, text);
    if (!anchor.isEmpty()) {
      anchors.put(anchor, new Frame(node, false, anchor));
    }
    attach(node, false);
  }

  void reference(String anchor, int line) throws CodeFault {
    Frame meant = anchors.get(anchor);
    if (meant == null) {
      throw new CodeFault(line, "refers to \"" + anchor + "\", which is not complete before it");
    }
    attach(meant.node.renamed(nameOfNext(line), line), meant.mapping);
  }

  ChangelogNode root() {
    return root;
  }

  private String nameOfNext(int line) throws CodeFault {
    if (open.isEmpty()) {
      return "";
    }
    Frame frame = open.peek();
    if (frame.mapping && frame.key == null) {
      throw new CodeFault(line, "has a key that is no word");
    }
    return frame.mapping ? frame.key : frame.node.name();
  }

  private void attach(ChangelogNode node, boolean mapping) throws CodeFault {
    Frame parent = open.peek();
    boolean takenApart = parent == null || (mapping && !parent.mapping);
    ChangelogNode target = parent == null ? root : parent.node;
    if (takenApart) {
      node.children().forEach(target::add);
    } else {
      target.add(node);
    }
    entries += takenApart ? node.children().size() : 1;
    if (entries > ENTRIES) {
      throw new CodeFault(node.line(), "has more than " + ENTRIES + " entries");
    }
    if (parent != null) {
      parent.key = null;
    }
  }
}
