# Sourced by ./interphase, ./verify and the benchmarks: finds a JDK and Maven, builds and installs the local product.
# Needs $root (the project folder). What it makes and keeps is under $root/build; what Maven makes is under the target
# folders and lives only until the next build, which begins without them.

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

# Java reads file names and arguments in the encoding of the locale, and that of a bare "C" has no umlaut.
speak_utf8() {
    [ "$(uname -s)" = Linux ] || return 0
    case $(locale charmap 2>/dev/null) in
        '' | ANSI_X3.4-1968) ;;
        *) return 0 ;;
    esac
    if [ -n "${LC_ALL-}" ]; then
        LC_ALL=C.UTF-8
        export LC_ALL
    else
        LC_CTYPE=C.UTF-8
        export LC_CTYPE
    fi
}
speak_utf8

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

# sets $mvn to a Maven that Tycho accepts; an older one serves to fetch it. Only under the lock.
find_maven() {
    local_repository
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
    # unpacked aside and renamed, so that what an interrupted start left is never taken for a Maven
    rm -rf "$build/maven" "$build/maven.new"
    mkdir -p "$build/maven.new"
    (cd "$build" && JAVA_HOME=$jdk "$installed" -B -q ${own_repository:+"-Dmaven.repo.local=$own_repository"} \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
        "-Dartifact=org.apache.maven:apache-maven:$maven_version:tar.gz:bin" "-DoutputDirectory=$build/maven.new") \
        < /dev/null >> "$log" 2>&1 \
        && tar -xzf "$build/maven.new/apache-maven-$maven_version-bin.tar.gz" -C "$build/maven.new" >> "$log" 2>&1 \
        && rm "$build/maven.new/apache-maven-$maven_version-bin.tar.gz" && mv "$build/maven.new" "$build/maven" \
        || die "Maven $maven_version could not be fetched through $installed; see $log"
}

# sets $own_repository to the folder of a Maven repository of the project's own, for an account that can't write its home
local_repository() {
    own_repository=
    for kept in "${HOME:-/nonexistent}/.m2/repository" "${HOME:-/nonexistent}/.m2" "${HOME:-/nonexistent}"; do
        [ -e "$kept" ] || continue
        [ -w "$kept" ] && return
        break
    done
    say "${HOME:-the home folder} can't be written; Maven keeps its files in $build/m2"
    own_repository=$build/m2
}

# The feature of all techniques: whatever bundles/org.interphase.technique.* there is belongs to the product, so nobody
# lists it by hand. Written anew only where it says something else.
list_techniques() (
    feature=$root/features/org.interphase.techniques.feature
    mkdir -p "$feature" && cd "$root/bundles" || exit 1
    {
        printf '<?xml version="1.0" encoding="UTF-8"?>\n'
        printf '<feature id="org.interphase.techniques.feature" label="Interphase techniques" '
        printf 'version="0.1.0.qualifier" provider-name="Interphase">\n'
        for technique in org.interphase.technique.*; do
            [ -f "$technique/META-INF/MANIFEST.MF" ] || continue
            case $technique in
                *.tests) ;;
                *) printf '   <plugin id="%s" version="0.0.0"/>\n' "$technique" ;;
            esac
        done
        printf '</feature>\n'
    } > "$feature/feature.new" && printf 'bin.includes = feature.xml\n' > "$feature/build.properties" || exit 1
    if cmp -s "$feature/feature.new" "$feature/feature.xml"; then
        rm "$feature/feature.new"
    else
        mv -f "$feature/feature.new" "$feature/feature.xml"
    fi
)

# Options by which versions and the times in archives are those of the commit, so that two builds of it are equal bit for
# bit; none where the files are no longer those of a commit, whose builds are told apart by the minute.
of_commit() (
    cd "$root" && [ -z "$(git rev-parse --show-prefix 2> /dev/null || echo none)" ] || exit 0
    [ -z "$(git status --porcelain -- pom.xml .mvn bundles features releng target-platform 2> /dev/null \
        || echo unknown)" ] || exit 0
    TZ=UTC git log -1 --date=format-local:'%Y%m%d%H%M %Y-%m-%dT%H:%M:%SZ' --format='%cd %h' \
        | while read -r minute instant hash; do
            printf '%s' "-DforceContextQualifier=$minute-$hash -Dproject.build.outputTimestamp=$instant"
        done
)

# runs Maven in the project with the JDK found
run_maven() (
    cd "$root" || exit 1
    list_techniques || exit 1
    options=-Xmx2g
    [ "$(java_major "$jdk")" -ge 24 ] && options="$options --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS-} $options" "$mvn" -B -ntp \
        ${own_repository:+"-Dmaven.repo.local=$own_repository"} $(of_commit) "$@" < /dev/null
)

# the files the product and its example are made of: all but tests and what Maven puts beside them while it runs
source_files() (
    cd "$root" || exit 1
    find pom.xml .mvn bundles features releng/product releng/scripts/common.sh target-platform \
        \( -name target -o -name bin -o -name src_test -o -name '*.tests' -o -name '.polyglot.*' -o -name pom.tycho \
        -o -name .tycho-consumer-pom.xml -o -name org.interphase.techniques.feature \) -prune -o -type f "$@"
)

# the files the simulated example is made of, which test kit and model hold alone
generator_files() (
    cd "$root" || exit 1
    find bundles/org.interphase.testkit/src bundles/org.interphase.model/src releng/scripts/example-libraries.xml -type f "$@"
)

# One line that tells any two states of the files apart that $1 (a function that hands its arguments to find) finds:
# names, sizes and times, where find can print them, else names and contents. Never "newer than": a file put back with
# its old time is a change, too.
fingerprint() {
    if find "$root/pom.xml" -printf '' 2> /dev/null; then
        "$1" -printf '%p %s %T@\n'
    else
        "$1" -exec cksum {} +
    fi | LC_ALL=C sort | cksum
}

# The example whose raw files are simulated by the test kit, not kept in git. build/example names the generator's
# fingerprint and every file it made.
example=$root/examples/coated-cathode

example_whole() {
    [ -d "$example" ] || return 0
    [ -f "$build/example" ] || return 1
    {
        IFS= read -r generator
        while IFS= read -r name; do
            [ -f "$example/$name" ] || return 1
        done
    } < "$build/example"
}

# the library of units, which the model stands on; named again where releng/scripts/example-libraries.xml names another
example_libraries() {
    cmp -s "$root/releng/scripts/example-libraries.xml" "$build/example-libraries/libraries.xml" && return
    find_maven
    rm -rf "$build/example-libraries" "$build/example-libraries.new"
    mkdir -p "$build/example-libraries.new"
    JAVA_HOME=$jdk "$mvn" -B -q -f "$root/releng/scripts/example-libraries.xml" \
        ${own_repository:+"-Dmaven.repo.local=$own_repository"} \
        org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
        "-DoutputDirectory=$build/example-libraries.new" < /dev/null >> "$log" 2>&1 \
        && cp "$root/releng/scripts/example-libraries.xml" "$build/example-libraries.new/libraries.xml" \
        && mv "$build/example-libraries.new" "$build/example-libraries" \
        || die "the library of units could not be fetched; see $log"
}

make_example() {
    [ -d "$example" ] || return 0
    now=$(fingerprint generator_files)
    example_whole && [ "$generator" = "$now" ] && return 0
    new=$build/example.new
    rm -rf "$new" "$build/example-classes"
    mkdir -p "$new" "$build/example-classes"
    example_libraries
    sources_of_example=$root/bundles/org.interphase.testkit/src
    "$jdk/bin/javac" -proc:none -encoding UTF-8 -d "$build/example-classes" -cp "$build/example-libraries/*" \
        -sourcepath "$sources_of_example:$root/bundles/org.interphase.model/src" \
        "$sources_of_example/org/interphase/testkit/example/CoatedCathode.java" >> "$log" 2>&1 \
        && "$jdk/bin/java" -XX:+UseSerialGC -cp "$build/example-classes:$build/example-libraries/*" \
        org.interphase.testkit.example.CoatedCathode "$new" >> "$log" 2>&1 \
        || die "the raw files of $example could not be simulated; see $log"
    # what the last generator made and this one does not
    [ -f "$build/example" ] && tail -n +2 "$build/example" | while IFS= read -r name; do
        [ -f "$new/$name" ] || rm -f "$example/$name"
    done
    rm -f "$build/example"
    printf '%s\n' "$now" > "$build/example.list"
    (cd "$new" && find . -type f | sed 's|^\./||') >> "$build/example.list"
    tail -n +2 "$build/example.list" | while IFS= read -r name; do
        mkdir -p "$example/$(dirname -- "$name")" && mv -f "$new/$name" "$example/$name" || exit 1
    done || die "the raw files could not be put into $example"
    mv -f "$build/example.list" "$build/example"
    rm -rf "$new" "$build/example-classes"
}

# whether the installed product is that of the sources; its stamp lies in it, so the two come and go together
product_current() {
    [ -f "$build/product/sources" ] || return 1
    IFS= read -r stamp < "$build/product/sources" || return 1
    [ "$(fingerprint source_files)" = "$stamp" ]
}

# one build at a time in this folder; a lock whose owner died is taken over
lock() {
    mkdir -p "$build" 2> /dev/null
    [ -w "$build" ] && [ -w "$root" ] || die "something must be built, but $root can't be written by this account; \
build it as its owner, or work in a clone of your own"
    if command -v flock > /dev/null 2>&1; then
        exec 9>> "$build/lock"
        flock -n 9 || {
            say "another build is going on in $root; waiting for its end"
            flock 9
        }
        return
    fi
    waits=
    until mkdir "$build/lock.d" 2>/dev/null; do
        owner=$(cat "$build/lock.d/pid" 2>/dev/null)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$build/lock.d"
        else
            [ -n "$waits" ] || say "another build is going on in $root; waiting for its end"
            waits=yes
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

# Every build begins with nothing of an earlier one: no class that a changed signature left behind, no "already unpacked"
# marker, no coverage of old classes, no bundle of another version. Compiling all takes seconds.
forget_builds() {
    rm -rf "$root"/target "$root"/target-platform/target "$root"/bundles/target "$root"/bundles/*/target \
        "$root"/features/target "$root"/features/*/target "$root"/releng/target "$root"/releng/*/target \
        "$root"/releng/update/site/target
    # left where Maven was killed; it takes them for the projects' own
    find "$root/bundles" "$root/features" "$root/releng" "$root/target-platform" -maxdepth 2 \
        \( -name '.polyglot.*' -o -name pom.tycho -o -name .tycho-consumer-pom.xml \) -exec rm -f {} +
}

# Copies the product that Maven made into a folder of its own under build/products, starts it there once, and only then
# lets build/product point to it, in one step: who starts meanwhile gets the old one or the new one, whole. A running
# workbench keeps the files it was started from until the build after next. $1: fingerprint of the sources.
install_product() {
    made=$root/releng/product/target/products/org.interphase.product
    machine=$(uname -m)
    [ "$machine" = arm64 ] && machine=aarch64
    case $(uname -s) in
        Darwin) made=$made/macosx/cocoa/$machine/interphase.app/Contents/Eclipse ;;
        *) made=$made/linux/gtk/$machine/interphase ;;
    esac
    [ -d "$made" ] || die "the build made no product at $made; see $log"
    name=$(date +%Y%m%d-%H%M%S).$$
    new=$build/products/$name
    mkdir -p "$build/products"
    cp -Rp "$made" "$new" || die "the product could not be copied to $new"
    "$jdk/bin/java" "$root/releng/scripts/Sbom.java" "$new" >> "$log" 2>&1 \
        || die "the list of what the product is made of could not be written, or a licence is unknown; see $log"
    quick_start "$new" || exit
    printf '%s\n' "$1" > "$new/sources"
    former=$(readlink "$build/product")
    [ -L "$build/product" ] || rm -rf "$build/product"
    rm -f "$build/product.new"
    ln -s "products/$name" "$build/product.new"
    mv -fT "$build/product.new" "$build/product" 2> /dev/null || mv -fh "$build/product.new" "$build/product" \
        || die "the product could not be put at $build/product"
    for old in "$build"/products/*; do
        case $old in
            "$new" | "$build/$former") ;;
            *) rm -rf "$old" ;;
        esac
    done
}

# Starts product $1 once in the framework, which builds the bundle cache and resolves all wires before several can do it
# at the same time. From JDK 25 on it also writes ahead-of-time caches of the classes that lists, that work on data and
# that the workbench load, which save half of the time to an answer and a third of that to the window; the one for the
# workbench only where a virtual display is at hand. A cache gets its name when it is whole.
quick_start() (
    cd "$1" || exit
    INTERPHASE_OSGI=yes JAVA=$jdk/bin/java ./interphase formats < /dev/null >> "$log" 2>&1 \
        || die "the built product does not start; see $log"
    [ "$(java_major "$jdk")" -ge 25 ] || exit 0
    trained lists "" ./interphase formats || die "the built product does not start without the framework; see $log"
    # a report of a few curves goes through readers, fits, pictures and pages; the light compiler, because what the full
    # one notes of so short a run is no help to a longer one
    trained headless "-XX:+UseSerialGC -XX:-UseParallelGC -XX:TieredStopAtLevel=1" \
        ./interphase report "$root/examples/small" --out "$build/training"
    rm -rf "$build/training"
    if command -v xvfb-run > /dev/null 2>&1 && command -v timeout > /dev/null 2>&1; then
        # the workbench closes itself when this property is set
        trained workbench -Dinterphase.closeWhenShown=true env "INTERPHASE_WORKSPACE=$build/training" \
            "$root/releng/scripts/in-display" timeout 120 ./interphase
        rm -rf "$build/training"
    fi
    exit 0
)

# Runs a command that starts the product in this folder with options $2 of Java, and keeps the cache $1 it writes.
trained() {
    cache=$1
    options=$2
    shift 2
    JAVA=$jdk/bin/java INTERPHASE_VMARGS="-XX:AOTCacheOutput=$cache.new $options" "$@" < /dev/null >> "$log" 2>&1 || {
        rm -f "$cache.new"
        return 1
    }
    [ ! -s "$cache.new" ] || mv "$cache.new" "$cache.aot"
}

# builds the product of the running platform, without tests, unless it is there
ensure_product() {
    product_current && example_whole && return
    lock
    make_example
    if product_current; then
        unlock
        return
    fi
    say "building, about a minute the first time; log: $log"
    : > "$log"
    sources=$(fingerprint source_files)
    find_maven
    forget_builds
    # shellcheck disable=SC2086 # options are a list of words
    if ! run_maven package $without_tests \
        -pl :org.interphase.product,:org.interphase.testkit -am >> "$log" 2>&1; then
        grep '^\[ERROR\]' "$log" | head -n 15 >&2
        die "the build failed; all of it: $log"
    fi
    install_product "$sources"
    unlock
}
