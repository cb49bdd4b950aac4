// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.users;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.AdminConfig;
import io.nightjar.kit.Home;
import io.nightjar.kit.Problem;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Everybody who may sign in. Kept in a file of the home; changed here only. */
@Startup
@Singleton
public class Users {
    private static final Logger LOG = Logger.getLogger(Users.class);
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 256;

    private final UsersFile file;
    private final PasswordHasher hasher = new PasswordHasher();
    private final String nobodysHash;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, User> users;

    @Inject
    Users(Home home, AdminConfig config) {
        // The real standard output: System.out may be a logger by now, and a log is no place for a password.
        this(
                home,
                config.password(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    Users(Home home, Optional<String> adminPassword, PrintStream terminal) {
        this.file = new UsersFile(home);
        this.nobodysHash = hasher.hash("nobody");
        this.users = byName(file.read().orElseGet(() -> firstRun(adminPassword, terminal)));
    }

    private List<User> firstRun(Optional<String> adminPassword, PrintStream terminal) {
        var first = List.of(new FirstAdmin(hasher, terminal).create(adminPassword));
        file.write(first);
        LOG.infof("First administrator created user=%s", FirstAdmin.NAME);
        return first;
    }

    public Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    public List<User> all() {
        return List.copyOf(users.values());
    }

    /** The user, when the password is right. Takes as long for a name that nobody has. */
    public Optional<User> verify(String name, String password) {
        var user = find(name);
        boolean right = hasher.matches(password, user.map(User::passwordHash).orElse(nobodysHash));
        return right ? user : Optional.empty();
    }

    public void changePassword(String name, String password) {
        checkPassword(password);
        var hash = hasher.hash(password);
        change(name, user -> user.withPasswordHash(hash));
    }

    /** Makes a user or changes one; without a password the present one stays. */
    public User put(String name, UserRole role, @Nullable Set<CameraId> cameras, @Nullable String password) {
        if (!User.isValidName(name)) {
            throw Problem.invalid(
                    "The name cannot be used for a user.",
                    Map.of(
                            "name",
                            "must start with a letter or digit and have at most 64 letters, digits and . _ @ -"));
        }
        if (password != null) {
            checkPassword(password);
        }
        var hash = password == null ? null : hasher.hash(password);
        User changed;
        synchronized (this) {
            if (role != UserRole.ADMIN) {
                keepOneAdmin(name);
            }
            changed = new User(name, hash == null ? presentHash(name) : hash, role, cameras);
            var copy = new TreeMap<>(users);
            copy.put(name, changed);
            store(copy);
        }
        listeners.forEach(listener -> listener.accept(name));
        return changed;
    }

    public void remove(String name) {
        synchronized (this) {
            requireKnown(name);
            keepOneAdmin(name);
            var copy = new TreeMap<>(users);
            copy.remove(name);
            store(copy);
        }
        listeners.forEach(listener -> listener.accept(name));
    }

    /** Told the name of every user that was changed or removed. */
    public void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    private void change(String name, UnaryOperator<User> change) {
        synchronized (this) {
            var copy = new TreeMap<>(users);
            copy.put(name, change.apply(requireKnown(name)));
            store(copy);
        }
    }

    private String presentHash(String name) {
        return find(name)
                .map(User::passwordHash)
                .orElseThrow(() -> Problem.invalid("A new user needs a password.", Map.of("password", "is missing")));
    }

    private User requireKnown(String name) {
        return find(name).orElseThrow(() -> Problem.notFound("There is no user \"" + name + "\"."));
    }

    private void keepOneAdmin(String leaving) {
        boolean another = users.values().stream()
                .anyMatch(user -> user.role() == UserRole.ADMIN && !user.name().equals(leaving));
        var user = users.get(leaving);
        if (user != null && user.role() == UserRole.ADMIN && !another) {
            throw Problem.of(
                    Problem.Kind.CONFLICT, "\"" + leaving + "\" is the last administrator; make another one first.");
        }
    }

    private static void checkPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw Problem.invalid(
                    "The new password cannot be used.",
                    Map.of("password", "must have " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters"));
        }
    }

    private void store(Map<String, User> changed) {
        file.write(List.copyOf(changed.values()));
        users = Map.copyOf(changed);
    }

    private static Map<String, User> byName(List<User> list) {
        var map = new TreeMap<String, User>();
        list.forEach(user -> map.put(user.name(), user));
        return Map.copyOf(map);
    }
}
