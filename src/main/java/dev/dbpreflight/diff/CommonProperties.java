package dev.dbpreflight.diff;

import static dev.dbpreflight.diff.Property.exact;

import dev.dbpreflight.model.Attributes;
import dev.dbpreflight.model.Grant;
import dev.dbpreflight.model.Storage;
import java.util.List;
import java.util.function.Function;

/** Properties that many records of the model have in common. */
final class CommonProperties {

  private CommonProperties() {}

  static <T> List<Property<T>> attributes(Function<T, Attributes> attributes) {
    return List.of(
        Property.<Attributes>exact("owner", Aspect.OWNERS, Attributes::owner).within(attributes),
        Property.<Attributes>exact("grants", Aspect.GRANTS, CommonProperties::grants)
            .within(attributes),
        Property.<Attributes>exact("comment", Aspect.COMMENTS, Attributes::comment)
            .within(attributes));
  }

  /** The owner's own privileges go with the object to its next owner, whose name is no news. */
  private static List<Grant> grants(Attributes attributes) {
    return attributes.grants().stream()
        .map(
            grant ->
                grant.grantee().equals(attributes.owner())
                    ? new Grant("the owner", grant.privilege(), grant.grantable())
                    : grant)
        .sorted()
        .toList();
  }

  static <T> List<Property<T>> storage(Function<T, Storage> storage) {
    return List.of(
        Property.<Storage>exact("access method", Aspect.STORAGE, Storage::accessMethod)
            .within(storage),
        Property.<Storage>exact("tablespace", Aspect.STORAGE, Storage::tablespace).within(storage),
        Property.<Storage>exact("storage options", Aspect.STORAGE, Storage::options)
            .within(storage));
  }

  static <T> Property<T> comment(Function<T, String> comment) {
    return exact("comment", Aspect.COMMENTS, comment);
  }
}
