package sfd.worlds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import sfd.traces.value.Rec;
import sfd.traces.value.Value;

/** Records of records, field by field: a path has dots between the names. */
public final class Fields {

    private Fields() {
    }

    /** What one value has else than another one, both records with the same fields, in the order of their names. */
    static Map<String, Value> differing(Value other, Value value) {
        Map<String, Value> differing = new LinkedHashMap<>();
        differing("", other, value, differing);
        return differing;
    }

    private static void differing(String path, Value other, Value value, Map<String, Value> differing) {
        if (value.equals(other)) {
            return;
        }
        if (value instanceof Rec a && other instanceof Rec b && a.names().equals(b.names())) {
            a.names().forEach(name -> differing(path.isEmpty() ? name : path + "." + name, b.field(name), a.field(name), differing));
        } else {
            differing.put(path, value);
        }
    }

    /** @throws sfd.traces.value.ValueException where it has no such field */
    public static Value at(Value record, String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? record.field(path) : at(record.field(path.substring(0, dot)), path.substring(dot + 1));
    }

    /** Whether a record, or one in it, has a field. */
    static boolean has(Value value, String path) {
        return value instanceof Rec rec && (hasItself(rec, path) || rec.names().stream().anyMatch(it -> has(rec.field(it), path)));
    }

    private static boolean hasItself(Value value, String path) {
        int dot = path.indexOf('.');
        return value instanceof Rec rec && rec.find(dot < 0 ? path : path.substring(0, dot))
                .filter(it -> dot < 0 || hasItself(it, path.substring(dot + 1))).isPresent();
    }

    /** The same record, but for some fields. @throws sfd.traces.value.ValueException where it has no such field */
    static Value with(Value record, Map<String, Value> differs) {
        Value changed = record;
        for (Map.Entry<String, Value> it : differs.entrySet()) {
            changed = with(changed, it.getKey(), it.getValue());
        }
        return changed;
    }

    private static Value with(Value record, String path, Value value) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Value old = record.field(name);
        Map<String, Value> fields = new TreeMap<>();
        ((Rec) record).names().forEach(it -> fields.put(it, record.field(it)));
        fields.put(name, dot < 0 ? value : with(old, path.substring(dot + 1), value));
        return Value.record(fields);
    }
}
