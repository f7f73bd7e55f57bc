package dev.dbpreflight.support;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/**
 * Copies of records with another value in one component; records have no such thing of their own.
 */
public final class Records {

  private Records() {}

  /** A copy whose component has this value; the record's constructor sees it as any other. */
  public static <R extends Record> R with(R record, String component, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    boolean found = false;
    for (int i = 0; i < components.length; i++) {
      boolean wanted = components[i].getName().equals(component);
      values[i] = wanted ? value : get(record, components[i]);
      found |= wanted;
    }
    if (!found) {
      throw new IllegalArgumentException(
          record.getClass().getSimpleName() + " has no component " + component);
    }
    @SuppressWarnings("unchecked")
    R copy = (R) create(record.getClass(), values);
    return copy;
  }

  /** The value of one component. */
  public static Object get(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (InvocationTargetException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new record from the values of its components, in order. */
  public static Record create(Class<?> type, Object... values) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return (Record) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(type.getSimpleName() + " refused it", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
