# Runs one file of Pester tests, names each that failed, and ends with 1 then: run.ps1 PESTER FILE
param([string] $Pester, [string] $File)
Import-Module (Join-Path $Pester 'tools/Pester.psd1')
$settings = New-PesterConfiguration
$settings.Run.Path = $File
$settings.Run.PassThru = $true
$settings.Output.Verbosity = 'None'
$settings.TestRegistry.Enabled = $false
$result = Invoke-Pester -Configuration $settings
foreach ($test in $result.Failed) { "FAILED  $($test.ExpandedPath): $($test.ErrorRecord -join ' ')" }
foreach ($part in @($result.FailedContainers) + @($result.FailedBlocks)) { "FAILED  $($part): $($part.ErrorRecord -join ' ')" }
"$($result.PassedCount) passed, $($result.FailedCount) failed"
exit [int]($result.Result -ne 'Passed' -or $result.PassedCount -eq 0)
