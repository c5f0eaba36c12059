package io.xlink.iwfm.protocol;

import io.xlink.iwfm.wire.ServerCatalogue;
import io.xlink.iwfm.wire.ServerFrame;
import io.xlink.model.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** {@link Catalogue} to the frames of an answer and back; a big one takes several frames. */
final class CatalogueCodec {
    private final int room;
    private final Catalogue catalogue;
    private final List<ServerFrame.Builder> frames = new ArrayList<>();
    private ServerCatalogue.Builder part;
    private int bytes;

    private CatalogueCodec(Catalogue catalogue, int maxFrame) {
        this.catalogue = catalogue;
        this.room = maxFrame / 2;
        this.part = part();
    }

    static List<ServerFrame.Builder> toWire(Catalogue catalogue, int maxFrame) {
        CatalogueCodec codec = new CatalogueCodec(catalogue, maxFrame);
        catalogue.queues().forEach(codec::add);
        catalogue.valueTypes().forEach(codec::add);
        catalogue.externalSystems().forEach(codec::add);
        catalogue.activities().forEach(codec::add);
        catalogue.employees().forEach(codec::add);
        codec.frames.add(ServerFrame.newBuilder().setCatalogue(codec.part));
        return codec.frames;
    }

    /** @param parts the frames of one answer, at least one */
    static Catalogue fromWire(List<ServerCatalogue> parts) throws MalformedException {
        List<Catalogue.Queue> queues = new ArrayList<>();
        List<Catalogue.ValueType> valueTypes = new ArrayList<>();
        List<String> externalSystems = new ArrayList<>();
        List<Catalogue.Activity> activities = new ArrayList<>();
        List<Catalogue.Employee> employees = new ArrayList<>();
        for (ServerCatalogue part : parts) {
            for (ServerCatalogue.Queue q : part.getQueuesList()) {
                if (q.getParent() < 0) {
                    throw new MalformedException("a queue whose parent is not an id");
                }
                queues.add(new Catalogue.Queue(id(q.getId()), q.getParent(), q.getName()));
            }
            for (ServerCatalogue.ValueType v : part.getValueTypesList()) {
                valueTypes.add(new Catalogue.ValueType(id(v.getId()), v.getName()));
            }
            externalSystems.addAll(part.getExternalSystemsList());
            for (ServerCatalogue.Claim a : part.getActivitiesList()) {
                activities.add(new Catalogue.Activity(id(a.getId()), a.getName(), names(a)));
            }
            for (ServerCatalogue.Claim e : part.getEmployeesList()) {
                employees.add(new Catalogue.Employee(id(e.getId()), e.getName(), names(e)));
            }
        }
        ServerCatalogue last = parts.get(parts.size() - 1);
        return new Catalogue(
                last.getServer(), queues, valueTypes, externalSystems, activities, employees, last.getAnyEmployee());
    }

    private void add(Catalogue.Queue queue) {
        ServerCatalogue.Queue wire = ServerCatalogue.Queue.newBuilder()
                .setId(queue.id())
                .setParent(queue.parent())
                .setName(queue.name())
                .build();
        count(wire.getSerializedSize());
        part.addQueues(wire);
    }

    private void add(Catalogue.ValueType type) {
        ServerCatalogue.ValueType wire = ServerCatalogue.ValueType.newBuilder()
                .setId(type.id())
                .setName(type.name())
                .build();
        count(wire.getSerializedSize());
        part.addValueTypes(wire);
    }

    private void add(String externalSystem) {
        count(3 * externalSystem.length());
        part.addExternalSystems(externalSystem);
    }

    private void add(Catalogue.Activity activity) {
        ServerCatalogue.Claim wire = claim(activity.id(), activity.name(), activity.external());
        count(wire.getSerializedSize());
        part.addActivities(wire);
    }

    private void add(Catalogue.Employee employee) {
        ServerCatalogue.Claim wire = claim(employee.id(), employee.name(), employee.external());
        count(wire.getSerializedSize());
        part.addEmployees(wire);
    }

    private static ServerCatalogue.Claim claim(int id, String name, List<Catalogue.ExternalName> external) {
        ServerCatalogue.Claim.Builder wire =
                ServerCatalogue.Claim.newBuilder().setId(id).setName(name);
        for (Catalogue.ExternalName e : external) {
            wire.addExternal(
                    ServerCatalogue.External.newBuilder().setSystem(e.system()).setName(e.name()));
        }
        return wire.build();
    }

    /** Makes room for an entry: begins a new part when this one is full. */
    private void count(int entry) {
        int framed = entry + 8;
        if (bytes > 0 && bytes + framed > room) {
            frames.add(ServerFrame.newBuilder().setCatalogue(part));
            part = part();
            bytes = 0;
        }
        bytes += framed;
    }

    private ServerCatalogue.Builder part() {
        return ServerCatalogue.newBuilder().setServer(catalogue.server()).setAnyEmployee(catalogue.anyEmployee());
    }

    private static int id(int id) throws MalformedException {
        if (id < 1) {
            throw new MalformedException("an id that is not positive");
        }
        return id;
    }

    private static List<Catalogue.ExternalName> names(ServerCatalogue.Claim claim) {
        return claim.getExternalList().stream()
                .map(e -> new Catalogue.ExternalName(e.getSystem(), e.getName()))
                .toList();
    }
}
