// Package client stands in for the module that signs calls of the OSS API: no plan that is captured makes such a call, and so
// that module and what it needs do not have to be had.
package client

import spi "github.com/alibabacloud-go/alibabacloud-gateway-spi/client"

// Client signs nothing.
type Client = spi.Client

// NewClient gives a client that signs nothing.
var NewClient = spi.NewClient
