using Insights.Reports.Privacy;

namespace Insights.Reports.Tests;

public sealed class SecretsTests
{
    [Theory]
    [InlineData("password: Lamia2026", "password: •••")]
    [InlineData("New PASSWORD = tr0ub4dor&3 for Maria", "New PASSWORD = ••• for Maria")]
    [InlineData("ο κωδικός είναι Σπίτι", "ο κωδικός είναι •••")]
    [InlineData("Ο ΚΩΔΙΚΟΣ: 4471 δεν δουλεύει", "Ο ΚΩΔΙΚΟΣ: ••• δεν δουλεύει")]
    [InlineData("κωδικός μου: abcd", "κωδικός μου: •••")]
    [InlineData("kwdikos einai lala", "kwdikos einai •••")]
    [InlineData("pin 4471 rejected", "pin ••• rejected")]
    [InlineData("OTP: 991204", "OTP: •••")]
    public void What_is_said_to_be_a_secret_is_masked(string subject, string masked) => Assert.Equal(masked, Secrets.Masked(subject));

    [Theory]
    [InlineData("password reset for the new employee")]
    [InlineData("Password expired")]
    [InlineData("Ξέχασα τον κωδικό μου")]
    [InlineData("Αλλαγή κωδικού ERP")]
    [InlineData("spinning disk 500 GB")]
    [InlineData("Error code 0x80070005")]
    [InlineData("τηλέφωνο: 2101234567")]
    [InlineData("")]
    public void A_subject_that_only_speaks_of_passwords_stays(string subject) => Assert.Equal(subject, Secrets.Masked(subject));

    [Theory]
    [InlineData("password: one, password: two2")]
    [InlineData("pin 4471 and otp=123")]
    public void Masking_twice_is_masking_once(string subject) => Assert.Equal(Secrets.Masked(subject), Secrets.Masked(Secrets.Masked(subject)));
}
