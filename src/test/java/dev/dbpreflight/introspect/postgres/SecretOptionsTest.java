package dev.dbpreflight.introspect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "sslpassword",
        "passfile",
        "sslkey",
        "Access_Token",
        "client_secret",
        "aws_access_key_id",
        "apikey",
        "service_account_json",
        "credentials",
        "oauth_client",
        "private_key"
      })
  void aSecretKeepsItsNameAndLosesItsValue(String name) {
    assertThat(SecretOptions.hide(List.of(name + "=pl4nted=x"))).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://me:pl4nted@host/db",
        "host=h password=pl4nted",
        "Driver=x;PWD=pl4nted",
        "Bearer: x; token: pl4nted"
      })
  void aSecretInsideOfAValueTakesTheValueAlong(String value) {
    assertThat(SecretOptions.hide(List.of("target=" + value))).containsExactly("target");
  }

  @Test
  void everythingElseIsKept() {
    List<String> options =
        List.of("host=example.org", "url=https://example.org:443/x", "fetch_size=10", "flag", "n=");

    assertThat(SecretOptions.hide(options)).isEqualTo(options);
  }
}
