# Sourced by ./interphase, ./verify and the benchmarks: finds a JDK and Maven, builds and installs the local product.
# Needs $root (the project folder). Everything it makes is under $root/build.

minimum_java=21
maven_version=3.9.16
build=$root/build
log=$build/build.log
# options of Maven for a build without tests and checks
without_tests="-Dmaven.test.skip=true -Dtest.compile.phase=none -Djacoco.skip=true -Dcheckstyle.skip=true"

say() {
    printf '%s\n' "interphase: $*" >&2
}

die() {
    say "$1"
    exit "${2:-3}"
}

# major version of the JDK in folder $1, from its release file (starting it would cost 50 ms)
java_major() {
    [ -r "$1/release" ] && [ -x "$1/bin/java" ] || return 1
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*)
                line=${line#JAVA_VERSION=\"}
                line=${line%%[.\"+-]*}
                printf '%s' "$line"
                return 0 ;;
        esac
    done < "$1/release"
    return 1
}

usable_jdk() {
    [ -x "$1/bin/javac" ] || return 1
    major=$(java_major "$1") && [ "$major" -ge "$minimum_java" ] 2>/dev/null
}

# sets $jdk: JAVA_HOME, then java of PATH, then the usual folders
find_jdk() {
    if [ -n "${JAVA_HOME-}" ] && usable_jdk "$JAVA_HOME"; then
        jdk=$JAVA_HOME
        return
    fi
    found=$(command -v javac 2>/dev/null) && found=$(readlink -f "$found" 2>/dev/null) && {
        found=${found%/bin/javac}
        if usable_jdk "$found"; then
            jdk=$found
            return
        fi
    }
    for found in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if usable_jdk "$found"; then
            jdk=$found
            return
        fi
    done
    if [ -x /usr/libexec/java_home ] && found=$(/usr/libexec/java_home -v "$minimum_java+" 2>/dev/null) \
        && usable_jdk "$found"; then
        jdk=$found
        return
    fi
    die "no JDK $minimum_java or newer found in JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman. \
Install one (for example Eclipse Temurin 25, or 'apt-get install openjdk-21-jdk') or set JAVA_HOME."
}

# sets $mvn to a Maven that Tycho accepts; an older one serves to fetch it
find_maven() {
    mvn=$build/maven/apache-maven-$maven_version/bin/mvn
    [ -x "$mvn" ] && return
    installed=$(command -v mvn 2>/dev/null) \
        || die "Maven is needed to build (any version; it fetches $maven_version by itself): apt-get install maven"
    version=$(JAVA_HOME=$jdk "$installed" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    case $version in
        3.9 | 3.[1-9][0-9])
            mvn=$installed
            return ;;
    esac
    mkdir -p "$build/maven"
    (cd "$build" && JAVA_HOME=$jdk "$installed" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
        "-Dartifact=org.apache.maven:apache-maven:$maven_version:tar.gz:bin" "-DoutputDirectory=$build/maven") \
        < /dev/null >> "$log" 2>&1 \
        && tar -xzf "$build/maven/apache-maven-$maven_version-bin.tar.gz" -C "$build/maven" >> "$log" 2>&1 \
        || die "Maven $maven_version could not be fetched through $installed; see $log"
}

# runs Maven in the project with the JDK found
run_maven() (
    cd "$root" || exit 1
    options=-Xmx2g
    [ "$(java_major "$jdk")" -ge 24 ] && options="$options --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS-} $options" "$mvn" -B -ntp "$@" < /dev/null
)

# what the product is made of: all but tests
source_files() (
    cd "$root" || exit 1
    find pom.xml .mvn bundles features releng/product target-platform \
        \( -name target -o -name bin -o -name src_test -o -name '*.tests' -o -name '.polyglot.*' \
        -o -name '.tycho-consumer-pom.xml' \) -prune -o -type f "$@"
)

fingerprint() {
    source_files -print | cksum
}

# the example whose raw files are simulated by the test kit, not kept in git; truth.csv is written last
examples_missing() {
    [ -d "$root/examples/coated-cathode" ] && [ ! -f "$root/examples/coated-cathode/truth.csv" ]
}

make_examples() {
    example=$root/examples/coated-cathode
    [ -d "$example" ] || return 0
    if examples_missing || [ -n "$(find "$root/bundles/org.interphase.testkit/src/org/interphase/testkit/example" -name '*.java' \
            -newer "$example/truth.csv" -print 2>> "$log")" ]; then
        sources_of_example=$root/bundles/org.interphase.testkit/src
        "$jdk/bin/javac" -proc:none -encoding UTF-8 -d "$build/example-classes" -sourcepath "$sources_of_example" \
            "$sources_of_example/org/interphase/testkit/example/CoatedCathode.java" >> "$log" 2>&1 \
            && "$jdk/bin/java" -XX:+UseSerialGC -cp "$build/example-classes" \
            org.interphase.testkit.example.CoatedCathode "$example" >> "$log" 2>&1 \
            || die "the raw files of $example could not be simulated; see $log"
    fi
}

# whether the installed product is that of the sources: no file newer, none added or removed
up_to_date() {
    [ -f "$build/stamp" ] && [ -d "$build/product" ] || return 1
    examples_missing && return 1
    IFS= read -r stamp < "$build/stamp" || return 1
    [ -z "$(source_files -newer "$build/stamp" -print)" ] && [ "$(fingerprint)" = "$stamp" ]
}

# one build at a time; a lock whose owner died is taken over
lock() {
    mkdir -p "$build"
    if command -v flock > /dev/null 2>&1; then
        exec 9> "$build/lock"
        flock 9
        return
    fi
    until mkdir "$build/lock.d" 2>/dev/null; do
        owner=$(cat "$build/lock.d/pid" 2>/dev/null)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$build/lock.d"
        else
            sleep 1
        fi
    done
    echo $$ > "$build/lock.d/pid"
}

unlock() {
    if command -v flock > /dev/null 2>&1; then
        exec 9>&-
    else
        rm -rf "$build/lock.d"
    fi
}

# Copies the product that Maven made to build/product, where a later build does not pull it from under a running
# workbench, and prepares its quick start. $1: a file as old as the sources that were built; $2: their fingerprint.
install_product() {
    products=$root/releng/product/target/products/org.interphase.product
    machine=$(uname -m)
    [ "$machine" = arm64 ] && machine=aarch64
    case $(uname -s) in
        Darwin) made=$products/macosx/cocoa/$machine/interphase.app/Contents/Eclipse ;;
        *) made=$products/linux/gtk/$machine/interphase ;;
    esac
    [ -d "$made" ] || die "the build made no product at $made; see $log"
    new=$build/product.$$
    rm -rf "$new"
    cp -Rp "$made" "$new" || die "the product could not be copied to $new"
    rm -rf "$build/product.old"
    [ -d "$build/product" ] && mv "$build/product" "$build/product.old"
    mv "$new" "$build/product"
    quick_start
    printf '%s\n' "$2" > "$build/stamp.new"
    touch -r "$1" "$build/stamp.new"
    mv "$build/stamp.new" "$build/stamp"
}

# Starts the product once, which builds the bundle cache and resolves all wires before several can do it at the same
# time. From JDK 25 on the start also writes an ahead-of-time cache of the classes it loaded, which saves a third of the
# time to the answer and to the window; the one for the workbench only where a virtual display is at hand.
quick_start() {
    training=
    [ "$(java_major "$jdk")" -ge 25 ] && training=-XX:AOTCacheOutput=$build/product/headless.aot
    INTERPHASE_VMARGS=$training JAVA=$jdk/bin/java "$build/product/interphase" formats < /dev/null >> "$log" 2>&1
    if [ -n "$training" ] && command -v xvfb-run > /dev/null 2>&1 && command -v timeout > /dev/null 2>&1; then
        # the workbench closes itself when this property is set
        INTERPHASE_VMARGS="-XX:AOTCacheOutput=$build/product/workbench.aot -Dinterphase.closeWhenShown=true" \
            INTERPHASE_WORKSPACE=$build/training JAVA=$jdk/bin/java \
            "$root/releng/scripts/in-display" timeout 30 "$build/product/interphase" < /dev/null >> "$log" 2>&1
        rm -rf "$build/training"
    fi
    return 0
}

# Tycho compiles the files that are newer than their classes and leaves those that use them as they are, which after a
# changed signature fails only when it runs; so compile all, which takes seconds.
forget_classes() {
    rm -rf "$root"/bundles/*/target/classes "$root"/bundles/*/target/test-classes "$root"/releng/benchmarks/target/classes
}

# builds the product of the running platform, without tests, unless it is there
ensure_product() {
    up_to_date && return
    lock
    if up_to_date; then
        unlock
        return
    fi
    say "building, about a minute the first time; log: $log"
    : > "$log"
    touch "$build/started"
    sources=$(fingerprint)
    make_examples
    find_maven
    forget_classes
    # shellcheck disable=SC2086 # options are a list of words
    if ! run_maven package $without_tests \
        -pl :org.interphase.product,:org.interphase.testkit -am >> "$log" 2>&1; then
        grep '^\[ERROR\]' "$log" | head -n 15 >&2
        die "the build failed; all of it: $log"
    fi
    install_product "$build/started" "$sources"
    unlock
}
