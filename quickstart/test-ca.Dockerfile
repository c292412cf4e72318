# Makes the test hierarchy of the city, once. Build the jars first: mvn -pl quickstart -am package -DskipTests
FROM eclipse-temurin:25-jre

# The number is that of status-service's user, which reads the keys.
RUN groupadd --system --gid 990 tenkyo \
 && useradd --system --uid 990 --gid tenkyo --no-create-home tenkyo \
 && mkdir -p /var/lib/tenkyo/issuers \
 && chown tenkyo:tenkyo /var/lib/tenkyo/issuers

WORKDIR /opt/tenkyo
COPY target/lib/local-stack-*.jar target/lib/bc*.jar target/lib/jspecify-*.jar ./

USER tenkyo
VOLUME /var/lib/tenkyo/issuers

# Works once and ends, so there is no health to check.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:TieredStopAtLevel=1", "-cp", "*", "jp.tenkyo.stack.ca.MakeTestCa"]
CMD ["/var/lib/tenkyo/issuers/ca"]
