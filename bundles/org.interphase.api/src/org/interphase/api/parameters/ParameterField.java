package org.interphase.api.parameters;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.unit.Unit;

/**
 * One field of a parameter record, as forms, the command line and help texts see it.
 */
public final class ParameterField {

    /** What kind of field suits. */
    public enum Type {
        /** double or Double. */
        NUMBER,
        /** int, long or Integer. */
        INTEGER,
        /** boolean. */
        TOGGLE,
        /** String. */
        TEXT,
        /** enum. */
        CHOICE,
        /** {@link Range}. */
        RANGE,
        /** {@link Constrained}. */
        CONSTRAINED,
        /** {@link Region}. */
        REGION,
        /** {@link FilePath}. */
        FILE,
        /** Another {@link TextValue}. */
        TEXT_VALUE,
        /** A nested record. */
        GROUP,
        /** A list; see {@link #element()}. */
        LIST
    }

    private final RecordComponent component;
    private final Param param;
    private final Class<?> javaType;
    private final Type type;
    private final Class<?> element;

    ParameterField(RecordComponent component) {
        this.component = component;
        this.param = component.getAnnotation(Param.class);
        if (param == null) {
            throw new IllegalStateException("component '" + component.getName() + "' of "
                    + component.getDeclaringRecord().getName() + " has no @Param annotation");
        }
        this.javaType = component.getType();
        this.element = List.class.isAssignableFrom(javaType)
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : null;
        this.type = element != null ? Type.LIST : typeOf(javaType);
    }

    static Type typeOf(Class<?> type) {
        if (type == double.class || type == Double.class) {
            return Type.NUMBER;
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return Type.INTEGER;
        }
        if (type == boolean.class) {
            return Type.TOGGLE;
        }
        if (type == String.class) {
            return Type.TEXT;
        }
        if (type.isEnum()) {
            return Type.CHOICE;
        }
        if (type == Range.class) {
            return Type.RANGE;
        }
        if (type == Constrained.class) {
            return Type.CONSTRAINED;
        }
        if (type == Region.class) {
            return Type.REGION;
        }
        if (type == FilePath.class) {
            return Type.FILE;
        }
        if (TextValue.class.isAssignableFrom(type)) {
            return Type.TEXT_VALUE;
        }
        if (type.isRecord()) {
            return Type.GROUP;
        }
        throw new IllegalStateException("a parameter cannot be of type " + type.getName());
    }

    /** Name in documents and on the command line. */
    public String name() {
        return component.getName();
    }

    /** Label in forms. */
    public String label() {
        return param.label();
    }

    /** Unit of a number. */
    public Unit unit() {
        return Unit.of(param.unit());
    }

    /** What it does and how to choose it. */
    public String help() {
        return param.help();
    }

    /** Smallest permitted number. */
    public double min() {
        return param.min();
    }

    /** Largest permitted number. */
    public double max() {
        return param.max();
    }

    /** Default in text form. */
    public String defaultText() {
        return param.def();
    }

    /** Whether it belongs in the folded-away part of a form. */
    public boolean isAdvanced() {
        return param.advanced();
    }

    /** What it is bound to in the picture. */
    public Param.Picture picture() {
        return param.picture();
    }

    /** What kind of field suits. */
    public Type type() {
        return type;
    }

    /** Java type of the record component. */
    public Class<?> javaType() {
        return javaType;
    }

    /** Java type of a list's elements, or null. */
    public Class<?> element() {
        return element;
    }

    /** Whether it may be automatic (null). */
    public boolean mayBeAutomatic() {
        return javaType == Double.class || javaType == Integer.class;
    }

    /** Choices of an enum field in text form; else empty. */
    public List<String> choices() {
        return javaType.isEnum() ? Arrays.stream(javaType.getEnumConstants()).map(c -> Parameters.enumText((Enum<?>) c))
                .toList() : List.of();
    }

    /** The field's value in a record. */
    public Object get(Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + name(), e);
        }
    }
}
